package net.operando.data.io.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.dataset.DatasetReader;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.SymbolTableMessage;

import net.operando.data.io.FormatException;

/**
 * The datasets and attributes of an HDF5 file. jhdf decodes the structures; they are walked here, so that one object it
 * cannot read does not hide the others and so that every byte is asked for through {@link Hdf5Storage}.
 */
final class Hdf5File implements Closeable {

	private static final long UNDEFINED = -1;
	private static final long SIGNATURE = 0x894844460d0a1a0aL;
	private static final int MOST_OBJECTS = 10_000;
	private static final int DEEPEST = 16;
	/** Objects that could not be read after which the file as a whole is called damaged. */
	private static final int MOST_UNREADABLE = 100;

	private final Path file;
	private final Hdf5Storage storage;
	private final Map<Long, ObjectHeader> headers = new HashMap<>();
	private final Map<String, ObjectHeader> objects = new LinkedHashMap<>();
	private final Map<String, String> unreadable = new LinkedHashMap<>();

	private Hdf5File(final Path file, final Hdf5Storage storage) {
		this.file = file;
		this.storage = storage;
	}

	/** Whether the file starts with an HDF5 signature, after a user block perhaps. */
	static boolean hasSignature(final FileChannel channel) throws IOException {
		return signatureAt(channel) >= 0;
	}

	private static long signatureAt(final FileChannel channel) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(8);
		for (long at = 0; at + 8 <= channel.size(); at = at == 0 ? 512 : 2 * at) {
			bytes.clear();
			if (channel.read(bytes, at) == 8 && bytes.getLong(0) == SIGNATURE) return at;
		}
		return -1;
	}

	/**
	 * Opens a file and lists its objects.
	 *
	 * @throws FormatException if it is no HDF5 file or its root cannot be read
	 */
	static Hdf5File open(final Path path) throws IOException {
		final FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
		boolean opened = false;
		try {
			final long start = signatureAt(channel);
			if (start < 0) throw new FormatException(path, "is no HDF5 file.");
			final Superblock superblock = guarded(path, () -> Superblock.readSuperblock(channel, start));
			if (superblock.getBaseAddressByte() != start) throw new FormatException(path,
				"is damaged: its superblock is not where it says.");
			final Hdf5File file = new Hdf5File(path, new Hdf5Storage(channel, superblock));
			final long root = guarded(path, file::rootAddress);
			file.walk(root, "", 0);
			if (file.objects.isEmpty()) throw new FormatException(path, "is damaged: " + file.unreadable.getOrDefault("/",
				"it holds nothing") + ".");
			file.headers.values().forEach(file::claim);
			opened = true;
			return file;
		}
		finally {
			if (!opened) channel.close();
		}
	}

	private long rootAddress() {
		final Superblock superblock = storage.getSuperblock();
		storage.map(0, 8);
		if (superblock instanceof Superblock.SuperblockV2V3) return ((Superblock.SuperblockV2V3) superblock)
			.getRootGroupObjectHeaderAddress();
		final long entry = ((Superblock.SuperblockV0V1) superblock).getRootGroupSymbolTableAddress() - superblock
			.getBaseAddressByte();
		return new SymbolTableEntry(storage, entry).getObjectHeaderAddress();
	}

	/** jhdf throws whatever a damaged structure leads to; users get one sentence. */
	static <T> T guarded(final Path file, final Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (final FormatException e) {
			throw e;
		}
		catch (final RuntimeException e) {
			throw new FormatException(file, "is damaged, or uses a part of HDF5 that is not read here (" + reason(e) + ").", e);
		}
	}

	private static String reason(final Throwable thrown) {
		Throwable t = thrown;
		while (t.getCause() != null)
			t = t.getCause();
		final String text = t.getMessage();
		return text == null ? t.getClass().getSimpleName() : text;
	}

	private void walk(final long address, final String path, final int depth) {
		if (objects.size() >= MOST_OBJECTS || unreadable.size() >= MOST_UNREADABLE) return;
		final boolean known = headers.containsKey(address);
		try {
			final ObjectHeader header = known ? headers.get(address) : ObjectHeader.readObjectHeader(storage, address);
			headers.put(address, header);
			objects.put(path.isEmpty() ? "/" : path, header);
			if (known || depth >= DEEPEST || header.hasMessageOfType(DataSpaceMessage.class)) return;
			links(header).forEach((name, child) -> walk(child, path + "/" + name, depth + 1));
		}
		catch (final RuntimeException e) {
			unreadable.put(path.isEmpty() ? "/" : path, reason(e));
		}
	}

	private void claim(final ObjectHeader header) {
		final long[] extent = extent(header);
		if (extent != null) storage.claim(extent[0], extent[1]);
	}

	/** Where the samples of a contiguous dataset lie, the end exclusive; null for any other object. */
	private static long[] extent(final ObjectHeader header) {
		final List<ContiguousDataLayoutMessage> layouts = header.getMessagesOfType(ContiguousDataLayoutMessage.class);
		if (layouts.size() != 1) return null;
		final long start = layouts.get(0).getAddress();
		final long bytes = layouts.get(0).getSize();
		return start < 0 || bytes <= 0 || start > Long.MAX_VALUE - bytes ? null : new long[] { start, start + bytes };
	}

	/** Two datasets at one place: at least one address is wrong, and nothing tells which. */
	private void refuseOverlap(final String path, final ObjectHeader header) {
		final long[] own = extent(header);
		if (own == null) return;
		for (final ObjectHeader other : headers.values()) {
			final long[] extent = other == header ? null : extent(other);
			if (extent != null && extent[0] < own[1] && own[0] < extent[1]) throw new FormatException(file, "is damaged: " +
				path + " lies where another dataset is.");
		}
	}

	/** Hard links of a group, old style (symbol table) or new. */
	private Map<String, Long> links(final ObjectHeader header) {
		final Map<String, Long> links = new LinkedHashMap<>();
		if (header.hasMessageOfType(SymbolTableMessage.class)) {
			final SymbolTableMessage table = header.getMessageOfType(SymbolTableMessage.class);
			storage.record(false);
			final List<Long> nodes = BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses();
			storage.record(true);
			final ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
			for (final long node : nodes)
				for (final SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
					if (entry.getCacheType() == 2) continue;
					names.position(entry.getLinkNameOffset());
					links.put(Utils.readUntilNull(names), entry.getObjectHeaderAddress());
				}
			return links;
		}
		if (!header.hasMessageOfType(LinkInfoMessage.class)) return links;
		final LinkInfoMessage info = header.getMessageOfType(LinkInfoMessage.class);
		final List<LinkMessage> messages = new ArrayList<>(header.getMessagesOfType(LinkMessage.class));
		if (info.getBTreeNameIndexAddress() != UNDEFINED) {
			final FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
			for (final LinkNameForIndexedGroupRecord name : new BTreeV2<LinkNameForIndexedGroupRecord>(storage, info
				.getBTreeNameIndexAddress()).getRecords())
				messages.add(LinkMessage.fromBuffer(heap.getId(name.getId()), storage.getSuperblock()));
		}
		for (final LinkMessage link : messages)
			if (link.getLinkType() == LinkType.HARD) links.put(link.getLinkName(), link.getHardLinkAddress());
		return links;
	}

	/** Paths of the datasets, each with a leading slash. */
	List<String> datasets() {
		final List<String> paths = new ArrayList<>();
		objects.forEach((path, header) -> {
			if (header.hasMessageOfType(DataSpaceMessage.class)) paths.add(path);
		});
		return paths;
	}

	/** Number of dimensions of a dataset; -1 where there is none. */
	int rank(final String path) {
		final ObjectHeader header = objects.get(path);
		return header == null || !header.hasMessageOfType(DataSpaceMessage.class) ? -1 : header.getMessageOfType(
			DataSpaceMessage.class).getDataSpace().getDimensions().length;
	}

	/** Paths of objects that could not be read, with the reason. */
	Map<String, String> unreadable() {
		return unreadable;
	}

	/**
	 * A dataset of numbers.
	 *
	 * @param path with or without the leading slash
	 * @throws FormatException if it is not there, cannot be read or holds no numbers
	 */
	Hdf5Dataset dataset(final String path) {
		final String full = path.startsWith("/") ? path : "/" + path;
		if (unreadable.containsKey(full)) throw new FormatException(file, "is damaged at " + full +
			", or uses a part of HDF5 that is not read here (" + unreadable.get(full) + ").");
		final ObjectHeader header = objects.get(full);
		if (header == null || !header.hasMessageOfType(DataSpaceMessage.class)) throw new FormatException(file,
			"has no dataset '" + full + "': it has " + String.join(", ", datasets()) + ".");
		refuseOverlap(full, header);
		return guarded(file, () -> Hdf5Dataset.of(file, storage, full, header));
	}

	/** The single numbers and texts among an object's attributes; those that cannot be read are left out. */
	Map<String, Object> attributes(final String path) {
		final Map<String, Object> values = new LinkedHashMap<>();
		final ObjectHeader header = objects.get(path);
		if (header == null) return values;
		for (final AttributeMessage message : attributeMessages(header)) {
			try {
				final ByteBuffer bytes = message.getDataBuffer();
				if (bytes == null || message.getDataSpace().getTotalLength() != 1) continue;
				final Object data = DatasetReader.readDataset(message.getDataType(), bytes, new int[0], storage);
				if (data instanceof String || data instanceof Number) values.put(message.getName(), data);
			}
			catch (final RuntimeException e) {
				unreadable.put(path + "@" + message.getName(), reason(e));
			}
		}
		return values;
	}

	private List<AttributeMessage> attributeMessages(final ObjectHeader header) {
		final List<AttributeMessage> messages = new ArrayList<>(header.getMessagesOfType(AttributeMessage.class));
		try {
			if (header.hasMessageOfType(AttributeInfoMessage.class)) {
				final AttributeInfoMessage info = header.getMessageOfType(AttributeInfoMessage.class);
				if (info.getFractalHeapAddress() == UNDEFINED) return messages;
				final FractalHeap heap = new FractalHeap(storage, info.getFractalHeapAddress());
				for (final AttributeNameForIndexedAttributesRecord name : new BTreeV2<AttributeNameForIndexedAttributesRecord>(
					storage, info.getAttributeNameBTreeAddress()).getRecords())
					messages.add(new AttributeMessage(heap.getId(name.getHeapId()), storage, name.getFlags()));
			}
		}
		catch (final RuntimeException e) {
			unreadable.put("attributes", reason(e));
		}
		return messages;
	}

	/** Whether the file ends before the end its superblock states. */
	boolean isCutShort() {
		return storage.getSuperblock().getEndOfFileAddress() > storage.size();
	}

	@Override
	public void close() {
		storage.close();
	}
}
