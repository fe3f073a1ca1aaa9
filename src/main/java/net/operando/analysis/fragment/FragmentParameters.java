package net.operando.analysis.fragment;

import net.operando.base.InvalidInputException;

/** How pieces are measured. Immutable; {@code new FragmentParameters()} has the defaults; JSON by field names. */
public final class FragmentParameters {

	private String rodId = "P1";
	private double widthPixels;
	private double erodeMicrometres = 0.35;
	private FragmentBackground background = FragmentBackground.DARK;
	private double ratioThreshold = 1.2;
	private double noResponseShare = 0.15;
	private double changeForResponse = 0.15;
	private int bootstrapSamples = 400;
	private long seed = 1;

	/** The rod's width measured, 0.35 um off every edge, dark level off, threshold 1.2. */
	public FragmentParameters() {}

	private FragmentParameters(final FragmentParameters other) {
		rodId = other.rodId;
		widthPixels = other.widthPixels;
		erodeMicrometres = other.erodeMicrometres;
		background = other.background;
		ratioThreshold = other.ratioThreshold;
		noResponseShare = other.noResponseShare;
		changeForResponse = other.changeForResponse;
		bootstrapSamples = other.bootstrapSamples;
		seed = other.seed;
	}

	/** Name of the whole rod; its pieces are named after it. */
	public String rodId() {
		return rodId;
	}

	/** Width of the rod in px, about the line; 0: measured. */
	public double widthPixels() {
		return widthPixels;
	}

	/** How far from an edge or a crack intensity is measured, in um: 3 sigma of a point spread function of 111 nm. */
	public double erodeMicrometres() {
		return erodeMicrometres;
	}

	public FragmentBackground background() {
		return background;
	}

	/** From this ratio to the darkest piece on, a piece that does not respond is disconnected. */
	public double ratioThreshold() {
		return ratioThreshold;
	}

	/** A response below this share of the strongest one is none. */
	public double noResponseShare() {
		return noResponseShare;
	}

	/** The response is that over the last frames in which some piece changes by this share. */
	public double changeForResponse() {
		return changeForResponse;
	}

	public int bootstrapSamples() {
		return bootstrapSamples;
	}

	public long seed() {
		return seed;
	}

	public FragmentParameters withRodId(final String id) {
		final FragmentParameters p = new FragmentParameters(this);
		p.rodId = id;
		return p;
	}

	public FragmentParameters withWidthPixels(final double pixels) {
		final FragmentParameters p = new FragmentParameters(this);
		p.widthPixels = pixels;
		return p;
	}

	public FragmentParameters withErodeMicrometres(final double um) {
		final FragmentParameters p = new FragmentParameters(this);
		p.erodeMicrometres = um;
		return p;
	}

	public FragmentParameters withBackground(final FragmentBackground what) {
		final FragmentParameters p = new FragmentParameters(this);
		p.background = what;
		return p;
	}

	public FragmentParameters withRatioThreshold(final double ratio) {
		final FragmentParameters p = new FragmentParameters(this);
		p.ratioThreshold = ratio;
		return p;
	}

	public FragmentParameters withSeed(final long newSeed) {
		final FragmentParameters p = new FragmentParameters(this);
		p.seed = newSeed;
		return p;
	}

	/** @throws InvalidInputException naming the parameter that cannot be meant */
	public void check() {
		if (rodId == null || rodId.trim().isEmpty() || background == null) throw new InvalidInputException(
			"The fragment parameters lack a rod id or a background: give both or leave the key out.");
		if (!(widthPixels == 0 || widthPixels >= 3)) throw new InvalidInputException("A rod " + widthPixels +
			" pixels wide cannot be meant: give widthpx of 3 or more, or 0 to have it measured.");
		if (!(erodeMicrometres >= 0 && erodeMicrometres < 100)) throw new InvalidInputException("Leaving out " +
			erodeMicrometres + " um at the edges cannot be meant: give 0 or more.");
		if (!(ratioThreshold > 1 && ratioThreshold < 100)) throw new InvalidInputException("A ratio threshold of " +
			ratioThreshold + " cannot be meant: give ratiothreshold above 1, for example 1.2.");
		if (!(noResponseShare > 0 && noResponseShare < 1) || !(changeForResponse > 0 && changeForResponse < 1) ||
			bootstrapSamples < 50) throw new InvalidInputException(
				"The fragment parameters noResponseShare and changeForResponse lie between 0 and 1, and bootstrapSamples is 50 or more.");
	}
}
