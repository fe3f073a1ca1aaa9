package net.operando.acquire.engine;

import net.operando.acquire.port.CameraFrame;
import net.operando.acquire.port.StagePosition;
import net.operando.acquire.plan.Phase;

/** An exposure with everything known of its moment, on its way from the grabbing to the writing thread. */
final class RawExposure {

	CameraFrame frame;
	long slot;
	/** Slots of one stored frame are counted from here. */
	long groupOrigin;
	long requestedNanos;
	int segment;
	Phase phase;
	int position;
	boolean dark;
	boolean afterGap;
	StagePosition at;
	double light = Double.NaN;
	String lock = "";
	double lockOffsetNm = Double.NaN;
	double sampleAgeSeconds = Double.NaN;
	double volts = Double.NaN;
	double amperes = Double.NaN;
	int queued;

	/** Which stored frame it belongs to: never one on the other side of a pause, a phase or a move. */
	boolean sharesFrameWith(final RawExposure other) {
		return segment == other.segment && phase == other.phase && position == other.position && dark == other.dark &&
			groupOrigin == other.groupOrigin && (slot - groupOrigin) / mean() == (other.slot - groupOrigin) / mean();
	}

	/** Exposures of a stored frame. */
	int mean() {
		return dark ? 1 : phase.temporalMean();
	}
}
