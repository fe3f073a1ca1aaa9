package net.operando.model.titration;

/** Objections to a result, joined with +. Not thread-safe. */
final class Flags {

	private final StringBuilder text = new StringBuilder();

	void add(final String word, final boolean applies) {
		if (!applies) return;
		if (text.length() > 0) text.append('+');
		text.append(word);
	}

	String text() {
		return text.toString();
	}
}
