package net.operando.experiment.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.operando.figure.BoxFigure;
import net.operando.figure.BoxGroup;
import net.operando.figure.ElongationCurve;
import net.operando.figure.ElongationFigure;

/** A comparison as figures. */
public final class CompareFigures {

	private CompareFigures() {}

	/** Velocities by C-rate (Fig. 3i of the paper). */
	public static BoxFigure rates(final RateComparison comparison) {
		final TreeSet<Double> names = new TreeSet<>();
		for (final RateGroup group : comparison.groups())
			names.add(group.nominalCRate());
		for (int i = 0; i < comparison.simulatedCount(); i++)
			names.add(comparison.simulatedGroup(i));
		final List<BoxGroup> boxes = new ArrayList<>();
		for (final double name : names) {
			final List<Double> simulated = new ArrayList<>();
			for (int i = 0; i < comparison.simulatedCount(); i++)
				if (comparison.simulatedGroup(i) == name) simulated.add(comparison.simulatedNmPerS(i));
			double[] measured = {};
			for (final RateGroup group : comparison.groups())
				if (group.nominalCRate() == name) measured = group.speedsNmPerS().sorted();
			boxes.add(BoxGroup.of(CompareTables.rate(name), measured, simulated.stream().mapToDouble(Double::doubleValue)
				.toArray()));
		}
		final CompareParameters p = comparison.parameters();
		return BoxFigure.of(boxes, "C-rate of " + p.direction(), "Front velocity, " + p.criterion().label(), "nm/s");
	}

	/** Elongations against capacity (Fig. 2e of the paper); only where there are any. */
	public static ElongationFigure elongations(final RateComparison comparison) {
		final List<ElongationCurve> curves = new ArrayList<>();
		for (final ElongationSeries s : comparison.elongations()) {
			final double[] capacity = new double[s.size()];
			final double[] percent = new double[s.size()];
			for (int i = 0; i < capacity.length; i++) {
				capacity[i] = s.capacityMahPerG(i);
				percent[i] = s.elongationPercent(i);
			}
			curves.add(ElongationCurve.of(comparison.nominalCRate(s), capacity, percent));
		}
		final ElongationFigure figure = ElongationFigure.of(curves);
		if (!comparison.hasXrd()) return figure;
		final double[] capacity = new double[comparison.xrd().size()];
		final double[] percent = new double[capacity.length];
		for (int i = 0; i < capacity.length; i++) {
			capacity[i] = comparison.xrd().first(i);
			percent[i] = comparison.xrd().second(i);
		}
		return figure.withReference(comparison.isXrdPlaceholder() ? "XRD, *c* axis (placeholder)" : "XRD, *c* axis", capacity,
			percent);
	}
}
