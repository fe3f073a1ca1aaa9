package net.operando.acquire.port;

/** How far a stage may go, per axis and inclusive, in um. An axis that cannot move has equal limits. Immutable. */
public final class StageLimits {

	private final StagePosition least;
	private final StagePosition most;

	private StageLimits(final StagePosition least, final StagePosition most) {
		this.least = least;
		this.most = most;
	}

	public static StageLimits of(final StagePosition least, final StagePosition most) {
		return new StageLimits(least, most);
	}

	public StagePosition least() {
		return least;
	}

	public StagePosition most() {
		return most;
	}

	/** Whether a position may be moved to. */
	public boolean hold(final StagePosition p) {
		return p.x_um() >= least.x_um() && p.x_um() <= most.x_um() && p.y_um() >= least.y_um() && p.y_um() <= most.y_um() &&
			p.z_um() >= least.z_um() && p.z_um() <= most.z_um();
	}
}
