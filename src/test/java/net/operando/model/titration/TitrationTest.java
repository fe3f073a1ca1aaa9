package net.operando.model.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.operando.base.InsufficientDataException;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.io.Json;
import net.operando.model.phasefield.Material;

class TitrationTest {

	/** Pulses of half an hour (0.9 l^2/D) with rests of 4 l^2/D, as a known D of 5e-16 m2/s over (1 um)^2 gives. */
	private static SyntheticTitration gitt(final ParticleShape shape, final double rate) {
		final SyntheticTitration s = new SyntheticTitration(shape, 5e-4, rate > 0 ? 0.1 : 0.9);
		s.irVolts = 0.03;
		s.step(0, 100, 10, 1);
		for (int i = 0; i < 4; i++)
			s.step(rate, 1800, 400, 2).step(0, 8000, 400, 2);
		return s;
	}

	private static TitrationResult analyse(final SyntheticTitration s, final TitrationParameters p) {
		return Titration.analyse(s.recording(1, 0), p, Progress.NONE);
	}

	@ParameterizedTest
	@EnumSource(ParticleShape.class)
	void everyMethodFindsTheDOfItsClosedForm(final ParticleShape shape) {
		for (final double rate : new double[] { 2e-5, -2e-5 })
			for (final TitrationMethod method : new TitrationMethod[] { TitrationMethod.SHORT_TIME, TitrationMethod.LONG_TIME,
				TitrationMethod.RELAXATION })
			{
				final SyntheticTitration s = gitt(shape, rate);
				final TitrationResult r = analyse(s, s.parameters(method));
				assertEquals(4, r.diffusion().points().size());
				for (final DiffusionPoint p : r.diffusion().points()) {
					assertTrue(p.isValid(), shape + " " + method + " " + p.flag());
					// short: -0.1 % at 0.2 l^2/D; long: 0.1 % of the profile to come at 0.9 l^2/D; relaxation: exact
					assertEquals(s.truth(), p.diffusion().value(), 0.002 * s.truth(), shape + " " + method);
					if (method != TitrationMethod.RELAXATION) {
						assertEquals(SyntheticTitration.SLOPE, p.slopeVolts(), 1e-6);
						// the ohmic drop has the sign of the current's voltage; 1 % of it is the fit's own curvature
						assertEquals(-0.03 * Math.signum(rate), p.irDropVolts(), 3e-4, shape + " " + method);
					}
					assertEquals(p.windowSeconds().length, p.fittedVolts().length);
					assertEquals(p.windowSeconds().length, p.measuredVolts().length);
				}
			}
	}

	@Test
	void interruptionsGiveDWhereTheFluxIsSteady() {
		for (final ParticleShape shape : ParticleShape.values()) {
			final SyntheticTitration s = interrupted(shape);
			final TitrationResult r = analyse(s, s.parameters(TitrationMethod.ICI));
			int valid = 0;
			for (final DiffusionPoint p : r.diffusion().points()) {
				if (!p.isValid()) continue;
				valid++;
				// rests of 10 s in 310 are made up for before the next: what is left of them bends the voltage by 0.5 %
				assertEquals(s.truth(), p.diffusion().value(), 0.01 * s.truth(), shape + " pulse " + p.pulse());
			}
			assertTrue(valid >= 30, shape + ": " + valid);
		}
	}

	/** 300 s of current and 10 s of rest, as many programs do it, at D/l^2 of a real battery's material. */
	static SyntheticTitration interrupted(final ParticleShape shape) {
		final SyntheticTitration s = new SyntheticTitration(shape, shape == ParticleShape.SLAB ? 5e-4 : 1.5e-4, 0.05);
		s.irVolts = 0.01;
		s.step(0, 100, 10, 1);
		for (int i = 0; i < 40; i++)
			s.step(2e-5, 300, 60, 1).step(0, 10, 100, 1);
		return s;
	}

	@Test
	void theResultDoesNotDependOnTheSampling() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		// a window beyond its validity on purpose: there the weights decide
		final TitrationParameters p = s.parameters(TitrationMethod.SHORT_TIME).withWindow(18, 1800);
		final SyntheticTitration even = new SyntheticTitration(ParticleShape.SLAB, 5e-4, 0.1);
		even.irVolts = 0.03;
		even.step(0, 100, 10, 1);
		for (int i = 0; i < 4; i++)
			even.step(2e-5, 1800, 1800, 1).step(0, 8000, 8000, 1);
		final double byTime = analyse(even, p).diffusion().points().get(1).diffusion().value();
		final double byMillivolt = Titration.analyse(even.recording(1, 1e-3), p, Progress.NONE).diffusion().points().get(1)
			.diffusion().value();
		// a millivolt is 1/50 of the window: the weights of its end points are uncertain by so much
		assertEquals(1, byMillivolt / byTime, 0.01);
		final TitrationParameters equal = p.withWeighting(Weighting.EQUAL);
		final double equalByTime = analyse(even, equal).diffusion().points().get(1).diffusion().value();
		final double equalByMillivolt = Titration.analyse(even.recording(1, 1e-3), equal, Progress.NONE).diffusion().points()
			.get(1).diffusion().value();
		assertTrue(Math.abs(equalByMillivolt / equalByTime - 1) > 0.03, "equal weights depend on the sampling");
	}

	@Test
	void aWindowBeyondItsValidityIsFlagged() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		final DiffusionPoint p = analyse(s, s.parameters(TitrationMethod.SHORT_TIME).withWindow(Double.NaN, 1800)).diffusion()
			.points().get(0);
		assertFalse(p.isValid());
		assertTrue(p.flag().contains("late"), p.flag());
		final DiffusionCurve curve = analyse(s, s.parameters(TitrationMethod.SHORT_TIME).withWindow(Double.NaN, 1800))
			.diffusion();
		assertThrows(InsufficientDataException.class, curve::table);
		assertEquals(4, curve.accepting("late", "bent").table()[0].length);
		// 0.9 l^2/D: between -5 % at 0.5 and -26 % at 1.0
		assertTrue(p.diffusion().value() < 0.9 * s.truth());
		final DiffusionPoint early = analyse(slow(), slow().parameters(TitrationMethod.LONG_TIME)).diffusion().points().get(0);
		assertTrue(early.flag().contains("early"), early.flag());
	}

	/** Pulses of 0.09 l^2/D. */
	private static SyntheticTitration slow() {
		final SyntheticTitration s = new SyntheticTitration(ParticleShape.SLAB, 5e-5, 0.1);
		return s.step(0, 100, 10, 1).step(2e-5, 1800, 200, 2).step(0, 80000, 400, 2);
	}

	@Test
	void errorsAreThoseOfTheNoise() {
		for (final TitrationMethod method : new TitrationMethod[] { TitrationMethod.SHORT_TIME, TitrationMethod.LONG_TIME,
			TitrationMethod.RELAXATION })
		{
			int covered = 0;
			int n = 0;
			for (int seed = 0; seed < 30; seed++) {
				final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
				s.noiseVolts = 2e-4;
				for (final DiffusionPoint p : Titration.analyse(s.recording(seed, 0), s.parameters(method), Progress.NONE)
					.diffusion().points())
				{
					final Estimate d = p.diffusion();
					if (d.covers(s.truth())) covered++;
					n++;
				}
			}
			// 120 at 95 %: 114 +- 2.4; four of these
			assertTrue(n == 120 && covered >= 104, method + ": " + covered + " of " + n);
		}
	}

	/** {@link VoltageTrigger}: samples of a rest at every millivolt are those whose noise helps: 1.4 % off (long time) and 9 % (relaxation), see the study. */
	@Test
	void samplesOfARestThatTheVoltageChoseAreFlagged() {
		for (final TitrationMethod method : new TitrationMethod[] { TitrationMethod.SHORT_TIME, TitrationMethod.LONG_TIME,
			TitrationMethod.RELAXATION })
		{
			int byVoltage = 0;
			int byTime = 0;
			for (int seed = 0; seed < 10; seed++) {
				final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
				s.noiseVolts = 2e-4;
				for (final DiffusionPoint p : Titration.analyse(s.recording(seed, 1e-3), s.parameters(method), Progress.NONE)
					.diffusion().points())
					if (p.flag().contains("by_voltage")) byVoltage++;
				for (final DiffusionPoint p : Titration.analyse(s.recording(seed, 0), s.parameters(method), Progress.NONE).diffusion()
					.points())
					if (p.flag().contains("by_voltage")) byTime++;
			}
			assertEquals(0, byTime, method + " of samples at set times");
			// of 40 pulses; under current the voltage moves fast and the short-time method needs no rest in between
			if (method == TitrationMethod.SHORT_TIME) assertEquals(0, byVoltage);
			else assertTrue(byVoltage >= 38, method + ": " + byVoltage + " of 40");
		}
		// without noise a trigger picks nothing
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		for (final DiffusionPoint p : Titration.analyse(s.recording(1, 1e-3), s.parameters(TitrationMethod.RELAXATION),
			Progress.NONE).diffusion().points())
			assertFalse(p.flag().contains("by_voltage"), p.flag());
	}

	@Test
	void curveIsScaledAndGoesIntoTheSolversMaterial() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		final TitrationResult r = analyse(s, s.parameters(TitrationMethod.SHORT_TIME));
		final double x = r.diffusion().points().get(1).x();
		final DiffusionCurve scaled = r.diffusion().scaledTo(x, 1.8e-12);
		assertEquals(1.8e-12, scaled.value(x), 1e-18);
		final DiffusionPoint before = r.diffusion().points().get(2);
		final DiffusionPoint after = scaled.points().get(2);
		assertEquals(before.diffusion().standardError() / before.diffusion().value(), after.diffusion().standardError() / after
			.diffusion().value(), 1e-12);
		final Material material = r.openCircuitVoltage().into(scaled.into(Material.nwo()));
		// the solver's own look-up is exact to 1e-9
		assertEquals(scaled.value(x), material.chemicalDiffusivity(298.15).value(x), 1e-8 * 1.8e-12);
		assertEquals(r.openCircuitVoltage().volts(2), material.openCircuitVoltage(298.15).value(r.openCircuitVoltage().x(2)),
			1e-12);
		assertThrows(InvalidInputException.class, () -> r.diffusion().scaledTo(0.9, 1e-12));
		assertThrows(InvalidInputException.class, () -> r.diffusion().scaledTo(x, 1.8));
	}

	@Test
	void tablesHaveTheColumnsOfTheContract() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		final TitrationResult r = analyse(s, s.parameters(TitrationMethod.SHORT_TIME));
		assertTrue(r.diffusion().toTable().toCsv().startsWith("x,d_m2_per_s,d_se,method,pulse,flag\n0.1"));
		assertEquals("short_time", r.diffusion().toTable().text(0, "method"));
		// one voltage before the first pulse, one after each
		assertEquals(5, r.openCircuitVoltage().toTable().rowCount());
		assertEquals(0.1 + 4 * 0.036, r.openCircuitVoltage().x(4), 1e-9);
		assertEquals(2 - 0.1 - 4 * 0.036, r.openCircuitVoltage().volts(4), 1e-6);
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, 2e-5);
		final TitrationParameters p = s.parameters(TitrationMethod.SHORT_TIME);
		assertThrows(InvalidInputException.class, () -> analyse(s, p.withShape(ParticleShape.SLAB, 0)));
		assertThrows(InvalidInputException.class, () -> analyse(s, p.withStartX(12)));
		assertThrows(InvalidInputException.class, () -> analyse(s, p.withWindow(10, 5)));
		assertThrows(InvalidInputException.class, () -> analyse(s, p.withCapacityMilliampereHours(-1)));
		assertThrows(InvalidInputException.class, () -> TitrationMethod.of("Medium Time"));
		assertEquals(TitrationMethod.LONG_TIME, TitrationMethod.of("Long Time"));
		final SyntheticTitration rest = new SyntheticTitration(ParticleShape.SLAB, 1e-3, 0.5).step(0, 100, 50, 1);
		assertThrows(InsufficientDataException.class, () -> analyse(rest, p));
		final SyntheticTitration one = new SyntheticTitration(ParticleShape.SLAB, 1e-3, 0.1).step(1e-5, 100, 50, 1);
		assertThrows(InsufficientDataException.class, () -> analyse(one, p));
	}

	@Test
	void parametersAreJsonBothWays() {
		final TitrationParameters p = TitrationParameters.defaults().withMethod(TitrationMethod.ICI).withShape(
			ParticleShape.SPHERE, 1.8).withWindow(1, 10);
		final String json = Json.write(p);
		assertNotNull(json);
		assertEquals(json, Json.write(Json.read(json, TitrationParameters.class, "the titration")));
	}

	@Test
	void withoutCapacityXRunsFromZeroToOne() {
		final SyntheticTitration s = gitt(ParticleShape.SLAB, -2e-5);
		final TitrationResult r = analyse(s, s.parameters(TitrationMethod.SHORT_TIME).withCapacityMilliampereHours(Double.NaN)
			.withStartX(Double.NaN));
		assertEquals(1, r.record().pulses().get(0).startX(), 1e-12);
		assertEquals(0, r.record().pulses().get(3).endX(), 1e-12);
		assertTrue(r.warnings().stream().anyMatch(w -> w.contains("capacity")));
		// D/l^2 does not depend on the capacity
		assertEquals(s.truth(), r.diffusion().points().get(1).diffusion().value(), 0.002 * s.truth());
	}
}
