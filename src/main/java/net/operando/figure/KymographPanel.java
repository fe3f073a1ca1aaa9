package net.operando.figure;

import java.util.ArrayList;
import java.util.List;

import net.operando.data.kymograph.Kymograph;
import net.operando.figure.colour.ColourLimits;
import net.operando.figure.colour.ColourMap;

/** A kymograph with what is drawn on it. Immutable. */
public final class KymographPanel {

	/** Share of values inside automatic limits of rates and of amounts. */
	private static final double RATE_PERCENT = 99.5;
	private static final double AMOUNT_PERCENT = 99.5;

	private final Kymograph kymograph;
	private final String title;
	private final List<FrontOverlay> fronts;
	private final ColourMap map;
	private final ColourLimits limits;

	private KymographPanel(final Kymograph kymograph, final String title, final List<FrontOverlay> fronts,
		final ColourMap map, final ColourLimits limits)
	{
		this.kymograph = kymograph;
		this.title = title;
		this.fronts = fronts;
		this.map = map;
		this.limits = limits;
	}

	/** A kymograph with the diverging map for rates, the sequential one for amounts, and automatic limits. */
	public static KymographPanel of(final Kymograph kymograph) {
		return new KymographPanel(kymograph, "", List.of(), kymograph.quantity().isRate() ? ColourMap.diverging() : ColourMap
			.sequential(), null);
	}

	/** This panel with a few words in its corner ("Measured"). */
	public KymographPanel titled(final String text) {
		return new KymographPanel(kymograph, text, fronts, map, limits);
	}

	/** This panel with fronts drawn on it. */
	public KymographPanel withFronts(final List<FrontOverlay> overlays) {
		return new KymographPanel(kymograph, title, List.copyOf(overlays), map, limits);
	}

	/** This panel with a colour map. */
	public KymographPanel withMap(final ColourMap colourMap) {
		return new KymographPanel(kymograph, title, fronts, colourMap, limits);
	}

	/** This panel with limits in the kymograph's unit (1/s for rates); null for automatic ones. */
	public KymographPanel withLimits(final ColourLimits colourLimits) {
		return new KymographPanel(kymograph, title, fronts, map, colourLimits);
	}

	public Kymograph kymograph() {
		return kymograph;
	}

	public String title() {
		return title;
	}

	public List<FrontOverlay> fronts() {
		return fronts;
	}

	public ColourMap map() {
		return map;
	}

	/** The limits given; null if they are automatic. */
	public ColourLimits limits() {
		return limits;
	}

	/** Automatic limits shared by several kymographs of one quantity. */
	static ColourLimits automatic(final List<Kymograph> kymographs) {
		final List<float[]> values = new ArrayList<>();
		for (final Kymograph kymograph : kymographs)
			for (int c = 0; c < kymograph.columns(); c++)
				values.add(kymograph.column(c));
		return kymographs.get(0).quantity().isRate() ? ColourLimits.symmetric(values, RATE_PERCENT) : ColourLimits.range(values,
			AMOUNT_PERCENT);
	}

	/** Whether there are values beyond the limits, below and above. */
	static boolean[] beyond(final Kymograph kymograph, final ColourLimits limits) {
		final boolean[] beyond = new boolean[2];
		for (int c = 0; c < kymograph.columns(); c++)
			for (final float v : kymograph.column(c)) {
				beyond[0] |= v < limits.low();
				beyond[1] |= v > limits.high();
			}
		return beyond;
	}
}
