package net.operando.data.io.tdms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.data.io.SampleType;

class TdmsFileTest {

	@TempDir
	Path folder;

	@Test
	void namesStandInPathsAsTheFormatQuotesThem() {
		assertEquals("/'a''b'/'c'", TdmsFile.path("a'b", "c"));
		for (final List<String> names : List.of(List.of("img", "cam1"), List.of("it's", "a/'b'"), List.of("'"), List
			.<String>of()))
			assertEquals(names, TdmsFile.names(TdmsFile.path(names.toArray(new String[0]))));
		assertEquals(List.of(), TdmsFile.names("/"));
		assertEquals(List.of("open"), TdmsFile.names("/'open"));
	}

	@Test
	void propertiesOfTheChannelGoBeforeThoseOfGroupAndFile() throws IOException {
		final TdmsBytes.Metadata metadata = new TdmsBytes.Metadata(ByteOrder.LITTLE_ENDIAN, 3).objectWithoutData("/", 2)
			.property("a", 1).property("b", 1).objectWithoutData("/'g'", 1).property("b", 2).object("/'g'/'c'", 6, 1, 1)
			.property("c", 3);
		final Path file = Files.write(folder.resolve("p.tdms"), new TdmsBytes().segment(TdmsBytes.METADATA |
			TdmsBytes.NEW_LIST | TdmsBytes.RAW, metadata, new byte[] { 7, 0 }).bytes());
		try (FileChannel channel = FileChannel.open(file)) {
			final TdmsFile tdms = TdmsFile.read(file, channel);
			assertEquals(Map.of("a", 1L, "b", 2L, "c", 3L), tdms.propertiesSeenFrom("g", "c"));
			assertEquals(List.of("/'g'/'c'"), tdms.channels());
			assertEquals(TdmsType.UINT16, tdms.type("/'g'/'c'"));
			final TdmsChannel values = tdms.channel(channel, "/'g'/'c'");
			assertEquals(1, values.values());
			final ByteBuffer one = ByteBuffer.allocate(2);
			values.read(0, one);
			assertEquals(7, one.getShort(0));
			assertThrows(IOException.class, () -> values.read(1, ByteBuffer.allocate(2)));
			assertEquals(0, tdms.channel(channel, "/'g'/'none'").values());
		}
	}

	@Test
	void refusesAChannelWhoseTypeChanges() throws IOException {
		final Path file = Files.write(folder.resolve("t.tdms"), new TdmsBytes().segment(TdmsBytes.METADATA |
			TdmsBytes.NEW_LIST | TdmsBytes.RAW, new TdmsBytes.Metadata(ByteOrder.LITTLE_ENDIAN, 1).object("/'g'/'c'", 6, 1, 0),
			new byte[2]).segment(TdmsBytes.METADATA | TdmsBytes.NEW_LIST | TdmsBytes.RAW, new TdmsBytes.Metadata(
				ByteOrder.LITTLE_ENDIAN, 1).object("/'g'/'c'", 9, 1, 0), new byte[4]).bytes());
		try (FileChannel channel = FileChannel.open(file)) {
			final TdmsFile tdms = TdmsFile.read(file, channel);
			final TdmsDamage e = assertThrows(TdmsDamage.class, () -> tdms.channel(channel, "/'g'/'c'"));
			assertTrue(e.getMessage().contains("changes"), e.getMessage());
		}
	}

	@Test
	void everySampleTypeIsConverted() {
		final Map<SampleType, Double> expected = Map.of(SampleType.INT8, -1.0, SampleType.UINT8, 255.0, SampleType.INT16,
			-1.0, SampleType.UINT16, 65535.0, SampleType.INT32, -1.0, SampleType.UINT32, 4294967295.0, SampleType.INT64, -1.0,
			SampleType.UINT64, 0x1p64, SampleType.FLOAT32, Double.NaN, SampleType.FLOAT64, Double.NaN);
		for (final SampleType type : SampleType.values()) {
			final ByteBuffer ones = ByteBuffer.wrap(new byte[] { -1, -1, -1, -1, -1, -1, -1, -1 });
			assertEquals(expected.get(type), type.next(ones), type.name());
			assertEquals(type.bytes(), ones.position(), type.name());
			final float[] out = new float[2];
			ones.rewind();
			type.toFloats(ones, out, 1, 1);
			assertEquals((float) (double) expected.get(type), out[1], type.name());
		}
	}
}
