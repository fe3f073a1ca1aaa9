package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.electrochem.CyclerRecording;
import net.operando.data.io.FormatException;

/**
 * Electrochemistry files of every kind we read: Gamry .DTA, BioLogic .mpt, CSV; one file, or a folder of them that make
 * one experiment. The kind is found from the content, not the name. Stateless and thread-safe.
 */
public final class ElectrochemFiles {

	private ElectrochemFiles() {}

	/**
	 * Reads a file, or all electrochemistry files of a folder (not of folders in it) onto one clock. In a folder, files
	 * that hold no samples (impedance spectra, summaries, empty or damaged ones) are left out with a warning; alone they
	 * are refused.
	 *
	 * @throws FormatException if nothing readable is there; the message names what the file is
	 * @throws net.operando.data.electrochem.AmbiguousDateException if dates stay open and it matters
	 * @throws InvalidInputException if the path does not exist or the files cannot be one experiment
	 * @throws IOException if the file system fails
	 */
	public static CyclerRecording read(final Path fileOrFolder, final ElectrochemOptions options,
		final Progress progress) throws IOException
	{
		if (!Files.exists(fileOrFolder)) throw new InvalidInputException("There is no file or folder " + fileOrFolder +
			": give the potentiostat's file, or the folder of files of one experiment.");
		if (!Files.isDirectory(fileOrFolder)) return FolderClock.recording(Collections.singletonList(file(fileOrFolder,
			options)), options.dateOrder());
		final List<CyclerFile> files = new ArrayList<>();
		final List<String> warnings = new ArrayList<>();
		final List<Path> candidates = candidates(fileOrFolder);
		for (int k = 0; k < candidates.size(); k++) {
			progress.checkCancelled();
			try {
				files.add(file(candidates.get(k), options));
			}
			catch (final FormatException notSamples) {
				warnings.add("Left out: " + notSamples.getMessage());
			}
			progress.update((k + 1.0) / candidates.size(), "reading electrochemistry");
		}
		if (files.isEmpty()) throw new FormatException(fileOrFolder, warnings.isEmpty()
			? "holds no Gamry .DTA, BioLogic .mpt or CSV file" + lookalikes(fileOrFolder) +
				": give the folder of the potentiostat's files."
			: "holds no electrochemistry that can be read. " + warnings.get(0));
		return FolderClock.recording(files, options.dateOrder()).withWarnings(warnings);
	}

	/** Whether the file, or a file of the folder, looks like electrochemistry. */
	public static boolean recognises(final Path fileOrFolder) {
		if (!Files.isDirectory(fileOrFolder)) return isKnown(fileOrFolder);
		try {
			return !candidates(fileOrFolder).isEmpty();
		}
		catch (final IOException | OperandoException unreadable) {
			return false;
		}
	}

	private static List<Path> candidates(final Path folder) throws IOException {
		try (Stream<Path> list = Files.list(folder)) {
			return list.filter(Files::isRegularFile).filter(p -> !String.valueOf(p.getFileName()).startsWith(".")).filter(
				ElectrochemFiles::isKnown).sorted().collect(Collectors.toList());
		}
	}

	/** Files that are named like Gamry's but begin otherwise. */
	private static String lookalikes(final Path folder) throws IOException {
		try (Stream<Path> list = Files.list(folder)) {
			final List<String> named = list.filter(Files::isRegularFile).map(p -> String.valueOf(p.getFileName())).filter(n -> n
				.toLowerCase(java.util.Locale.ROOT).endsWith(".dta")).sorted().collect(Collectors.toList());
			if (named.isEmpty()) return "";
			return "; " + named.get(0) + (named.size() > 1 ? " and " + (named.size() - 1) + " more are" : " is") +
				" named .DTA but not of Gamry, whose files begin with EXPLAIN";
		}
	}

	private static boolean isKnown(final Path file) {
		return GamryDtaReader.recognises(file) || BiologicMptReader.recognises(file) || isTable(file) && CyclerCsvReader
			.recognises(file);
	}

	private static boolean isTable(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
		return Arrays.asList("csv", "txt", "tsv").contains(name.substring(name.lastIndexOf('.') + 1));
	}

	private static CyclerFile file(final Path file, final ElectrochemOptions options) throws IOException {
		if (GamryDtaReader.recognises(file)) return GamryDtaReader.read(file);
		if (BiologicMptReader.recognises(file)) return BiologicMptReader.read(file, options.dateOrder());
		if (CyclerCsvReader.recognises(file)) return CyclerCsvReader.read(file);
		throw new FormatException(file,
			"is no Gamry .DTA (first line EXPLAIN), no BioLogic .mpt (EC-Lab ASCII FILE) and no table with columns time_s, voltage_V and current_A: export it as one of them.");
	}
}
