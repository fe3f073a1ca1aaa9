package net.operando.data.io.tdms;

/** How one channel lies in every chunk of a segment. Immutable. */
final class TdmsObject {

	private final String path;
	private final TdmsType type;
	private final long values;
	private final long bytes;
	private final boolean hasData;

	private TdmsObject(final String path, final TdmsType type, final long values, final long bytes,
		final boolean hasData)
	{
		this.path = path;
		this.type = type;
		this.values = values;
		this.bytes = bytes;
		this.hasData = hasData;
	}

	/**
	 * @param values number of values in a chunk
	 * @param bytes their size in bytes
	 */
	static TdmsObject withData(final String path, final TdmsType type, final long values, final long bytes) {
		return new TdmsObject(path, type, values, bytes, true);
	}

	/** An object that has, so far, no data at all. */
	static TdmsObject withoutData(final String path) {
		return new TdmsObject(path, TdmsType.VOID, 0, 0, false);
	}

	/** The same layout, with data in this segment or not: what "same as before" refers to stays known. */
	TdmsObject havingData(final boolean has) {
		return has == hasData ? this : new TdmsObject(path, type, values, bytes, has);
	}

	String path() {
		return path;
	}

	TdmsType type() {
		return type;
	}

	/** Values per chunk. */
	long values() {
		return values;
	}

	/** Bytes per chunk. */
	long bytes() {
		return bytes;
	}

	boolean hasData() {
		return hasData;
	}

	/** Whether a layout was ever given, so that "same as before" means something. */
	boolean hasLayout() {
		return type != TdmsType.VOID;
	}
}
