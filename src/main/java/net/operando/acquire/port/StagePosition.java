package net.operando.acquire.port;

/** A position of the stage in um: x to the right in the image, y downwards, z towards the sample. Immutable, JSON by field. */
public final class StagePosition {

	private double x_um;
	private double y_um;
	private double z_um;

	/** The origin. */
	public StagePosition() {}

	public static StagePosition of(final double x_um, final double y_um, final double z_um) {
		final StagePosition p = new StagePosition();
		p.x_um = x_um;
		p.y_um = y_um;
		p.z_um = z_um;
		return p;
	}

	public double x_um() {
		return x_um;
	}

	public double y_um() {
		return y_um;
	}

	public double z_um() {
		return z_um;
	}

	/** Distance to another position in um. */
	public double distanceTo(final StagePosition other) {
		return Math.sqrt((x_um - other.x_um) * (x_um - other.x_um) + (y_um - other.y_um) * (y_um - other.y_um) + (z_um -
			other.z_um) * (z_um - other.z_um));
	}

	@Override
	public String toString() {
		return x_um + ", " + y_um + ", " + z_um + " um";
	}
}
