package net.operando.model.phasefield;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

import net.operando.base.InvalidInputException;
import net.operando.base.Progress;

/** Random materials under random protocols, shared by the test and the study. */
final class RandomProtocols {

	int completed;
	int clearErrors;
	double worstMass;
	double worstBound;
	long steps;
	final TreeMap<String, Integer> errors = new TreeMap<>();
	final List<String> failures = new ArrayList<>();

	void run(final int seed) {
		final Random r = new Random(seed);
		final Material material = material(r);
		Rod rod = Rod.standard().withLengthMicrometres(3 + 40 * r.nextDouble()).withStartX(r.nextInt(6) == 0 ? r.nextInt(2) : r
			.nextDouble()).withActiveEnds(r.nextInt(5) > 0, r.nextInt(5) > 0);
		if (!rod.firstEndActive() && !rod.lastEndActive() && r.nextInt(4) > 0) rod = rod.withActiveEnds(true, false);
		final SimulationOptions options = SimulationOptions.standard().withCells(40 + r.nextInt(160)).withOutput(0.5, 400)
			.withSharing(SurfaceSharing.values()[r.nextInt(3)]).withTemperatureKelvin(270 + 60 * r.nextDouble()).withCurrentShare(
				0.3 + r.nextDouble()).withKappa(seed % 8 == 3 ? Math.pow(10, -21 + seed % 5) : 0);
		try {
			final SimulationRun run = RodSimulation.run(material, rod, protocol(r, rod), options, Progress.NONE);
			completed++;
			steps += run.acceptedSteps();
			worstMass = Math.max(worstMass, run.massError());
			if (!(run.massError() < 1e-12)) failures.add("seed " + seed + ": mass error " + run.massError());
			for (int c = 0; c < run.columns(); c++)
				for (final double x : run.profile(c)) {
					if (Double.isNaN(x)) failures.add("seed " + seed + ": NaN");
					worstBound = Math.max(worstBound, Math.max(-x, x - 1));
				}
			for (int i = 0; i < run.voltage().size(); i++)
				if (!Double.isFinite(run.voltage().volts(i))) {
					failures.add("seed " + seed + ": voltage " + run.voltage().volts(i));
					break;
				}
		}
		catch (final InvalidInputException | SimulationException e) {
			clearErrors++;
			errors.merge(e.getMessage().replaceAll("-?[0-9][0-9.eE+-]*", "#"), 1, Integer::sum);
		}
		catch (final RuntimeException e) {
			failures.add(String.format(Locale.ROOT, "seed %d: %s", seed, e));
		}
	}

	private static Material material(final Random r) {
		final int n = 2 + r.nextInt(10);
		final double[] x = new double[n];
		final double[] log = new double[n];
		final double[] volts = new double[n];
		double sum = 0;
		for (int i = 0; i < n; i++) {
			x[i] = sum;
			sum += 0.05 + r.nextDouble();
			log[i] = -16 + 6 * r.nextDouble();
			volts[i] = (i == 0 ? 2.5 + r.nextDouble() : volts[i - 1]) - 0.02 - 0.3 * r.nextDouble();
		}
		final double last = x[n - 1];
		for (int i = 0; i < n; i++)
			x[i] = i == n - 1 ? 1 : x[i] / last;
		final MaterialDefinition d = new MaterialDefinition();
		d.diffusionX = d.voltageX = x;
		d.diffusionLog10M2PerS = log;
		d.voltageV = volts;
		d.diffusion = MaterialDefinition.Diffusion.values()[r.nextInt(3)];
		d.latticeDiffusionM2PerS = Math.pow(10, -15 + 5 * r.nextDouble());
		d.latticeInteraction = -2 + 3.8 * r.nextDouble();
		d.exchangeCurrentAPerM2 = Math.pow(10, -1 + 3 * r.nextDouble());
		return Material.fromJson(net.operando.data.io.Json.write(d));
	}

	private static Protocol protocol(final Random r, final Rod rod) {
		final int n = 1 + r.nextInt(5);
		final ProtocolStep[] steps = new ProtocolStep[n];
		double total = 0;
		for (int i = 0; i < n; i++) {
			final double seconds = Math.pow(10, 0.5 + 2 * r.nextDouble());
			final int kind = r.nextInt(5);
			if (kind == 0) steps[i] = ProtocolStep.rest(seconds);
			else if (kind == 1) steps[i] = ProtocolStep.hold(1 + 2 * r.nextDouble(), seconds).withEndCRate(0.05);
			else steps[i] = ProtocolStep.current((r.nextInt(3) == 0 ? -1 : 1) * Math.pow(10, -0.5 + 1.8 * r.nextDouble()), seconds)
				.withVoltageLimits(r.nextBoolean() ? 1 : Double.NaN, r.nextBoolean() ? 3 : Double.NaN);
			total += seconds;
		}
		Protocol p = r.nextInt(4) == 0 ? Protocol.of(ProtocolStep.repeat(2, steps)) : Protocol.of(steps);
		for (int k = r.nextInt(3); k > 0; k--)
			p = p.withCrack(total * r.nextDouble(), 1e6 * rod.lengthMetres() * (0.1 + 0.8 * r.nextDouble()));
		if (r.nextInt(4) == 0) p = p.withContactLoss(total * r.nextDouble(), 1e6 * rod.lengthMetres() * r.nextDouble());
		return p;
	}
}
