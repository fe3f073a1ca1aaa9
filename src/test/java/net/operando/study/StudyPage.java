package net.operando.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The page a study writes: docs/validation/NAME.md, with the command that repeats it and the commit it belongs to. In a
 * full run ({@code -Pstudy}) the page is written; in {@code verify} the same study runs on few seeds and only prints.
 */
public final class StudyPage {

	private static final String MOST = "operando.study.most";

	private final String name;
	private final StringBuilder text = new StringBuilder();

	public StudyPage(final String name, final String title, final String testClass) {
		this.name = name;
		text.append("# ").append(title).append("\n\n");
		text.append("Made by `mvn -Pstudy test -Dtest=").append(testClass).append("` at commit ").append(commit()).append(
			".\n\n");
		if (isFull() && System.getProperty(MOST) != null) text.append("Counts were capped at ").append(System.getProperty(MOST))
			.append(" by -D").append(MOST).append("; leave it out for the full counts.\n\n");
	}

	/** Whether the full counts are asked for. */
	public static boolean isFull() {
		return "full".equals(System.getProperty("operando.study"));
	}

	/**
	 * The full count in a full run, the few otherwise. The system property {@code operando.study.most} caps the full count
	 * on a machine that has no time for it; the page then says so.
	 */
	public static int seeds(final int full, final int few) {
		return isFull() ? Math.min(full, Integer.getInteger(MOST, full)) : few;
	}

	/** Adds a formatted line (Locale.ROOT). */
	public StudyPage line(final String format, final Object... args) {
		text.append(args.length == 0 ? format : String.format(Locale.ROOT, format, args)).append('\n');
		return this;
	}

	/** Prints the page and, in a full run, writes it. */
	public void finish() throws IOException {
		System.out.println(text);
		if (!isFull()) return;
		final Path folder = Paths.get(System.getProperty("project.basedir", "."), "docs", "validation");
		Files.createDirectories(folder);
		Files.write(folder.resolve(name + ".md"), text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/** Pages written by earlier studies do not count as changes: no result depends on them. */
	private static String commit() {
		try {
			final String revision = git("rev-parse", "--short", "HEAD");
			if (revision.isEmpty()) return "(not a checkout)";
			return git("status", "--porcelain", "--", "src", "pom.xml").isEmpty() ? revision : revision + "-dirty";
		}
		catch (final IOException e) {
			return "(no git)";
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return "(interrupted)";
		}
	}

	/** What git prints; nothing if it fails. */
	private static String git(final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(List.of(arguments));
		final Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? out : "";
	}
}
