package net.operando.data.io.tiff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an OME-XML document says of one image: its axes, sizes, times and in which files its planes lie. */
final class OmeImage {

	/** Planes that a TiffData element maps to directories of a file; what it leaves open is -1 or empty. */
	static final class Block {

		long firstC;
		long firstZ;
		long firstT;
		long ifd = -1;
		long planeCount = -1;
		String fileName = "";
	}

	/** Larger than any axis; a larger one is damage. */
	private static final long LONGEST_AXIS = 1 << 20;

	String order = "XYZCT";
	long sizeX;
	long sizeY;
	long sizeC = 1;
	long sizeZ = 1;
	long sizeT = 1;
	double pixelXMicrometres = Double.NaN;
	double pixelYMicrometres = Double.NaN;
	double timeIncrementSeconds = Double.NaN;
	Instant acquired;
	final List<Block> blocks = new ArrayList<>();
	private final Map<Long, Double> deltas = new HashMap<>();

	boolean hasSaneSizes() {
		return order.matches("XY(ZCT|ZTC|CZT|CTZ|TZC|TCZ)") && isSane(sizeC) && isSane(sizeZ) && isSane(sizeT);
	}

	private static boolean isSane(final long size) {
		return size > 0 && size <= LONGEST_AXIS;
	}

	/** Keeps the time of a plane in s. */
	void delta(final long c, final long z, final long t, final double seconds) {
		if (isIn(c, z, t)) deltas.put(index(c, z, t), seconds);
	}

	/** The time of a plane in s; NaN if there is none. */
	double delta(final long c, final long z, final long t) {
		return deltas.getOrDefault(index(c, z, t), Double.NaN);
	}

	boolean isIn(final long c, final long z, final long t) {
		return c >= 0 && c < sizeC && z >= 0 && z < sizeZ && t >= 0 && t < sizeT;
	}

	/** Place of a plane in the stated order of dimensions. */
	long index(final long c, final long z, final long t) {
		long index = 0;
		long stride = 1;
		for (int i = 2; i < 5; i++) {
			final char axis = order.charAt(i);
			index += stride * (axis == 'C' ? c : axis == 'Z' ? z : t);
			stride *= size(axis);
		}
		return index;
	}

	/** The coordinate along an axis of the plane at a place in the stated order. */
	long coordinate(final char axis, final long index) {
		long rest = index;
		for (int i = 2; i < 5; i++) {
			final char a = order.charAt(i);
			if (a == axis) return i == 4 ? rest : rest % size(a);
			rest /= size(a);
		}
		throw new IllegalArgumentException("no axis " + axis);
	}

	private long size(final char axis) {
		return axis == 'C' ? sizeC : axis == 'Z' ? sizeZ : sizeT;
	}

	/** Whether a file is named by one of the blocks. */
	boolean names(final String fileName) {
		return blocks.stream().anyMatch(b -> b.fileName.equals(fileName));
	}
}
