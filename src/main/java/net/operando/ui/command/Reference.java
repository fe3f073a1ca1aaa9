package net.operando.ui.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.data.io.Provenance;

/**
 * A publication, and the methods it is to be cited for. The registry is {@code references.bib}, whose field
 * {@code keywords} names the packages of the methods ("analysis.drift"), or "all". Immutable.
 */
public final class Reference {

	private static final String REGISTRY = "references.bib";
	private static final Pattern KEYWORDS = Pattern.compile(",?\\s*keywords = \\{([^}]*)\\}");
	private static final Pattern KEY = Pattern.compile("@\\w+\\{([^,]+),");

	private final String key;
	private final Set<String> packages = new TreeSet<>();
	private final String bibtex;

	private Reference(final String entry) {
		final Matcher name = KEY.matcher(entry);
		final Matcher words = KEYWORDS.matcher(entry);
		if (!name.find() || !words.find()) throw new IllegalStateException("an entry of " + REGISTRY +
			" lacks its key or its keywords: " + entry);
		key = name.group(1);
		for (final String word : words.group(1).split(","))
			packages.add(word.trim());
		bibtex = words.replaceAll("").trim();
	}

	/** All references, in the order of the registry; the paper is the first. */
	public static List<Reference> all() {
		final List<Reference> all = new ArrayList<>();
		try (InputStream in = Reference.class.getResourceAsStream(REGISTRY)) {
			for (final String entry : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^(?=@)"))
				if (entry.startsWith("@")) all.add(new Reference(entry));
		}
		catch (final IOException e) {
			throw new IllegalStateException(REGISTRY + " cannot be read from the jar", e);
		}
		return all;
	}

	/**
	 * What is to be cited for methods: Operando, the paper, and what the methods are taken from.
	 *
	 * @param methods packages, such as "analysis.drift"
	 * @return BibTeX
	 */
	public static String bibtex(final Collection<String> methods) {
		final StringBuilder text = new StringBuilder("@software{Operando,\n  author = {{Operando developers}},\n" +
			"  title = {Operando: operando optical microscopy of single battery particles},\n  version = {" + Provenance
				.version() + "},\n  year = {2026}\n}\n");
		for (final Reference r : all())
			if (r.packages.contains("all") || r.packages.stream().anyMatch(methods::contains)) text.append('\n').append(r.bibtex)
				.append('\n');
		return text.toString();
	}

	/** The BibTeX key. */
	public String key() {
		return key;
	}

	/** Packages of the methods it is cited for; "all" for every one. */
	public Set<String> packages() {
		return Set.copyOf(packages);
	}

	/** The BibTeX entry, without keywords. */
	public String entry() {
		return bibtex;
	}
}
