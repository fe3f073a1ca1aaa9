package net.operando.model.synthetic;

/** Where the sensor's pixels look, in um from the middle of the field; columns and rows go on beyond the sensor. Immutable. */
final class SensorGrid {

	private final int width;
	private final int height;
	private final double pixel_um;

	SensorGrid(final int width, final int height, final double pixel_um) {
		this.width = width;
		this.height = height;
		this.pixel_um = pixel_um;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	double pixel_um() {
		return pixel_um;
	}

	GridPart sensor() {
		return new GridPart(0, 0, width, height);
	}

	double x_um(final int column) {
		return (column - 0.5 * (width - 1)) * pixel_um;
	}

	double y_um(final int row) {
		return (row - 0.5 * (height - 1)) * pixel_um;
	}

	/** First column that looks at or beyond a place. */
	int firstColumn(final double x_um) {
		return (int) Math.ceil(x_um / pixel_um + 0.5 * (width - 1));
	}

	/** Last column that looks at or before a place. */
	int lastColumn(final double x_um) {
		return (int) Math.floor(x_um / pixel_um + 0.5 * (width - 1));
	}

	/** The pixels that look at a rectangle of the sample. */
	GridPart looksAt(final double left_um, final double top_um, final double right_um, final double bottom_um) {
		return new GridPart(firstColumn(left_um), (int) Math.ceil(top_um / pixel_um + 0.5 * (height - 1)), lastColumn(
			right_um) + 1, (int) Math.floor(bottom_um / pixel_um + 0.5 * (height - 1)) + 1);
	}
}
