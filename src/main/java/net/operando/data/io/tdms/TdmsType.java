package net.operando.data.io.tdms;

import java.util.Optional;

import net.operando.data.io.SampleType;

/** The data types of TDMS, by the codes of the published file structure. */
enum TdmsType {

	VOID(0, 0, null), INT8(1, 1, SampleType.INT8), INT16(2, 2, SampleType.INT16), INT32(3, 4, SampleType.INT32), INT64(4, 8,
		SampleType.INT64), UINT8(5, 1, SampleType.UINT8), UINT16(6, 2, SampleType.UINT16), UINT32(7, 4, SampleType.UINT32),
	UINT64(8, 8, SampleType.UINT64), FLOAT32(9, 4, SampleType.FLOAT32), FLOAT64(10, 8, SampleType.FLOAT64), EXTENDED(11, 16,
		null), FLOAT32_WITH_UNIT(0x19, 4, SampleType.FLOAT32), FLOAT64_WITH_UNIT(0x1a, 8, SampleType.FLOAT64),
	EXTENDED_WITH_UNIT(0x1b, 16, null), TEXT(0x20, 0, null), BOOLEAN(0x21, 1, null), TIMESTAMP(0x44, 16, null), COMPLEX64(
		0x08000c, 8, null), COMPLEX128(0x10000d, 16, null);

	private final int code;
	private final int bytes;
	private final SampleType sample;

	TdmsType(final int code, final int bytes, final SampleType sample) {
		this.code = code;
		this.bytes = bytes;
		this.sample = sample;
	}

	static TdmsType of(final int code) throws TdmsDamage {
		for (final TdmsType type : values())
			if (type.code == code) return type;
		throw new TdmsDamage("the data type 0x" + Integer.toHexString(code) + " is not one of TDMS");
	}

	/** Bytes of one value; 0 for text, whose length varies. */
	int bytes() {
		return bytes;
	}

	int code() {
		return code;
	}

	/** The numbers it holds; empty if it holds none that a movie or a time could be made of. */
	Optional<SampleType> sample() {
		return Optional.ofNullable(sample);
	}
}
