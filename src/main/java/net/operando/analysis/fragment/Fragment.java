package net.operando.analysis.fragment;

import net.operando.base.quantity.Estimate;

/**
 * A piece of a rod: where it came from, how large and how bright it was where the rod held least lithium, and whether it took
 * part. Frames count from 0. Nothing changes once {@link Fragments} has given it out.
 */
public final class Fragment {

	final FragmentSpan span;
	final double[] level;
	final double[] startMetres;
	final double[] endMetres;
	Measures measures;

	/** @param level per frame in counts, NaN where the piece does not live; @param startMetres per frame, along the line */
	Fragment(final FragmentSpan span, final double[] level, final double[] startMetres, final double[] endMetres) {
		this.span = span;
		this.level = level;
		this.startMetres = startMetres;
		this.endMetres = endMetres;
	}

	/** P1, P1.1, P1.2, P1.2.1: numbered along the line within the piece that broke. */
	public String id() {
		return span.id;
	}

	/** Id of the piece that broke; empty for the whole rod. */
	public String parentId() {
		return span.parentId;
	}

	/** First frame it lives in, counted from 0. */
	public int firstFrame() {
		return span.firstFrame;
	}

	/** Last frame it lives in, counted from 0. */
	public int lastFrame() {
		return span.lastFrame;
	}

	/** Whether its first face (towards the start of the line) is that of a crack. */
	public boolean startsAtCrack() {
		return span.startCut != FragmentSpan.ROD_END;
	}

	/** Whether its last face is that of a crack. */
	public boolean endsAtCrack() {
		return span.endCut != FragmentSpan.ROD_END;
	}

	/** Mean intensity in a frame, background off, in counts of the movie; NaN where it does not live. */
	public double level(final int frame) {
		return level[frame];
	}

	/** Place of its first face along the line, from the line's first end, in a frame. */
	public double startMetres(final int frame) {
		return startMetres[frame];
	}

	/** Place of its last face along the line in a frame. */
	public double endMetres(final int frame) {
		return endMetres[frame];
	}

	/** First of the frames that {@link #mean()} and the ratios are of. */
	public int firstMeasuredFrame() {
		return measures.firstFrame;
	}

	/** Last of the frames that {@link #mean()} and the ratios are of. */
	public int lastMeasuredFrame() {
		return measures.lastFrame;
	}

	/** From face to face, cracks at the centre of their dark line, in the measured frames. */
	public double lengthMetres() {
		return measures.lengthMetres;
	}

	/** Length times the rod's width. */
	public double areaSquareMetres() {
		return measures.lengthMetres * measures.widthMetres;
	}

	/** Mean intensity, background off, in counts. */
	public Estimate mean() {
		return measures.mean;
	}

	/**
	 * To the darkest piece there was at that time; exactly 1 for that one; not known if it was alone. Its definition says how
	 * it was found: against the first frames if the rod was whole then, otherwise from levels between the fringes' extremes.
	 */
	public Estimate ratio() {
		return measures.ratio;
	}

	/**
	 * By how much the ratio to the darkest piece rose since the first frames of the movie; not known if the rod was not whole
	 * in them and not both pieces took part.
	 */
	public Estimate ratioRise() {
		return measures.rise.estimate();
	}

	/** Id of the darkest piece there was; empty if it was alone. */
	public String darkestId() {
		return measures.darkestId;
	}

	/** To the piece before it along the line; not known if there is none. */
	public Estimate ratioToPrevious() {
		return measures.previous;
	}

	/** To the piece after it along the line; not known if there is none. */
	public Estimate ratioToNext() {
		return measures.next;
	}

	/** Relative change of intensity per unit of x, or per relative change of the piece that changes most; see its definition. */
	public Estimate response() {
		return measures.response;
	}

	/** Its response over the strongest there was. */
	public double responseShare() {
		return measures.responseShare;
	}

	public Contact contact() {
		return measures.contact;
	}

	/** In words: why {@link #contact()} is what it is. */
	public String evidence() {
		return measures.evidence;
	}

	/** What is measured once the levels of all pieces are known. */
	static final class Measures {

		int firstFrame;
		int lastFrame;
		double lengthMetres;
		double widthMetres;
		Estimate mean;
		Estimate ratio;
		String darkestId = "";
		RatioRise rise = RatioRise.UNKNOWN;
		Estimate previous;
		Estimate next;
		Estimate response;
		double responseShare = Double.NaN;
		double responseShareError = Double.NaN;
		Contact contact;
		String evidence;
	}
}
