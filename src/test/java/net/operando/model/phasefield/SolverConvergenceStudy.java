package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import net.operando.study.StudyPage;

/** Closed forms and observed orders; writes docs/validation/solver-convergence.md. */
@Tag("study")
class SolverConvergenceStudy {

	@Test
	void closedFormsAndOrders() throws IOException {
		final StudyPage page = new StudyPage("solver-convergence", "The rod solver against closed forms", "SolverConvergenceStudy");
		page.line("## Constant flux into both sides of a slab").line("").line("D = 1e-12 m2/s, 20.4 um, 5C from x = .08.").line("");
		page.line("| t / s | cells | surface, error | centre, error |").line("|---|---|---|---|");
		for (final double[] t : new double[][] { { 5, .11574438, .08003019 }, { 50, .19735604, .12561618 } })
			for (final int cells : new int[] { 100, 200, 400, 800 }) {
				final double[] got = ClosedForms.slab(cells, t[0]);
				page.line("| %.0f | %d | %.1e | %.1e |", t[0], cells, got[0] - t[1], got[1] - t[2]);
			}
		page.line("").line("## Barenblatt, D = u^m, mass 1, at t = 1").line("");
		page.line("| m | cells on 0..4 | u(0), error | edge, error | mass error |").line("|---|---|---|---|---|");
		for (final int m : new int[] { 1, 2 })
			for (final int cells : new int[] { 200, 400, 800, 1600 }) {
				final double[] got = ClosedForms.barenblatt(m, cells);
				page.line("| %d | %d | %.1e | %.1e | %.1e |", m, cells, got[0] - (m == 1 ? .45428015 : .56418958), got[1] - (m == 1
					? 1.65096362 : 1.12837917), got[2]);
			}
		page.line("").line("## Travelling wave, D = u^m, speed 1/2").line("");
		page.line("| m | cells on 0..1 | measured speed | mass error |").line("|---|---|---|---|");
		for (final int m : new int[] { 1, 2, 3 })
			for (final int cells : new int[] { 250, 500, 1000, 2000 }) {
				final double[] got = ClosedForms.travellingWave(m, cells);
				page.line("| %d | %d | %.5f | %.1e |", m, cells, got[0], got[1]);
			}
		page.line("").line("## Order in space: D = 1/u^2 (Fujita), smooth exact solution, t = .1").line("");
		page.line("| cells | error (rms) | order |").line("|---|---|---|");
		double before = Double.NaN;
		double least = 9;
		for (final int cells : new int[] { 25, 50, 100, 200, 400 }) {
			final double e = ClosedForms.fujita(cells, 1e-10);
			final double order = Math.log(before / e) / Math.log(2);
			page.line("| %d | %.2e | %s |", cells, e, Double.isNaN(order) ? "" : String.format(java.util.Locale.ROOT, "%.3f", order));
			if (!Double.isNaN(order)) least = Math.min(least, order);
			before = e;
		}
		page.line("").line("## Order in time: the same on 50 cells, fixed steps of one order").line("");
		page.line("| order of the formula | observed |").line("|---|---|");
		for (int order = 1; order <= 5; order++) {
			final double observed = ClosedForms.orderInTime(order);
			page.line("| %d | %.2f |", order, observed);
			assertTrue(observed > order - 0.3, "order " + order + " observed " + observed);
		}
		page.finish();
		assertTrue(least >= 1.9, "order in space " + least);
	}
}
