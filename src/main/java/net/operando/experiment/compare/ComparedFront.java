package net.operando.experiment.compare;

import net.operando.data.io.CsvTable;

/** A measured front that is compared: a row of the summary.csv of an experiment. Immutable. */
public final class ComparedFront {

	private final String experiment;
	private final String rodId;
	private final String step;
	private final String frontId;
	private final String origin;
	private final String window;
	private final String flag;
	private final double cRate;
	private final double lagSeconds;
	private final double speedNmPerS;
	private final double standardErrorNmPerS;

	ComparedFront(final String experiment, final CsvTable summary, final int row) {
		this.experiment = experiment;
		rodId = summary.text(row, "rod_id");
		step = summary.text(row, "step");
		frontId = summary.text(row, "front_id");
		origin = summary.text(row, "origin");
		window = summary.text(row, "window");
		flag = summary.text(row, "flag");
		cRate = summary.number(row, "c_rate");
		lagSeconds = summary.number(row, "lag_s");
		speedNmPerS = Math.abs(summary.number(row, "velocity_nm_per_s"));
		standardErrorNmPerS = summary.number(row, "velocity_se_nm_per_s");
	}

	/** Where its experiment lies below the folder compared. */
	public String experiment() {
		return experiment;
	}

	public String rodId() {
		return rodId;
	}

	public String step() {
		return step;
	}

	public String frontId() {
		return frontId;
	}

	/** "start", "end" or "interior". */
	public String origin() {
		return origin;
	}

	/** How the part of the front that was measured was chosen, without the numbers that belong to one front. */
	String windowKind() {
		return window.replaceAll("[-+]?\\d[\\d.eE]*([-+]\\d+)?", "#");
	}

	/** "ok" or an accepted flag. */
	public String flag() {
		return flag;
	}

	/** As measured, positive for lithiation. */
	public double cRate() {
		return cRate;
	}

	public double lagSeconds() {
		return lagSeconds;
	}

	/** Speed in nm/s, whichever way the front runs. */
	public double speedNmPerS() {
		return speedNmPerS;
	}

	/** Standard error of the speed in nm/s; NaN if not known. */
	public double standardErrorNmPerS() {
		return standardErrorNmPerS;
	}
}
