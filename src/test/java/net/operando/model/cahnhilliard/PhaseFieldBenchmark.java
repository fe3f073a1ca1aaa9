package net.operando.model.cahnhilliard;

/** PFHub benchmark 1a: periodic, 200 x 200, f = 5 (c - .3)^2 (.7 - c)^2, kappa 2, M 5. */
public final class PhaseFieldBenchmark {

	private PhaseFieldBenchmark() {}

	/** The benchmark on an n x n grid. */
	public static CahnHilliard2d problem(final int n, final CahnHilliard2d.Edges edges) {
		final double[] c = new double[n * n];
		final double half = edges == CahnHilliard2d.Edges.NO_FLUX ? 0.5 : 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final double x = (i + half) * 200 / n;
				final double y = (j + half) * 200 / n;
				final double q = Math.cos(.13 * x) * Math.cos(.087 * y);
				c[i * n + j] = .5 + .01 * (Math.cos(.105 * x) * Math.cos(.11 * y) + q * q + Math.cos(.025 * x - .15 * y) * Math.cos(
					.07 * x - .02 * y));
			}
		return CahnHilliard2d.of(edges, n, n, 200, 200, BulkEnergy.doubleWell(5, .3, .7), 5, 2, .5, c);
	}
}
