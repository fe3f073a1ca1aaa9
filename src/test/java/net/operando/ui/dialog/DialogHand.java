package net.operando.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;

/** A hand in front of our dialogs: finds the one that is open, types, ticks, chooses, presses. */
public final class DialogHand {

	private static final long PATIENCE_MILLIS = 60_000;

	private final JDialog dialog;

	private DialogHand(final JDialog dialog) {
		this.dialog = dialog;
	}

	/** Waits for something to become true; fails if it does not. */
	public static void await(final String what, final BooleanSupplier condition) throws InterruptedException {
		final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
		while (!condition.getAsBoolean()) {
			assertTrue(System.currentTimeMillis() < end, "waited in vain for " + what);
			Thread.sleep(20);
		}
	}

	/** The dialog of a title, once it is there. */
	public static DialogHand on(final String title) throws InterruptedException {
		final AtomicReference<JDialog> found = new AtomicReference<>();
		await("the dialog " + title, () -> {
			for (final Window w : Window.getWindows())
				if (w instanceof JDialog && w.isShowing() && ((JDialog) w).getTitle().equals(title)) found.set((JDialog) w);
			return found.get() != null;
		});
		return new DialogHand(found.get());
	}

	public JDialog dialog() {
		return dialog;
	}

	private static List<Component> inside(final Container container) {
		final List<Component> all = new ArrayList<>();
		for (final Component c : container.getComponents()) {
			all.add(c);
			if (c instanceof Container) all.addAll(inside((Container) c));
		}
		return all;
	}

	/** What asks for the input of a macro key. */
	public Component editor(final String key) {
		return inside(dialog).stream().filter(c -> key.equals(c.getName())).findFirst().orElseThrow(() -> new AssertionError(
			dialog.getTitle() + " does not ask for " + key));
	}

	/** The button or switch of a label. */
	public AbstractButton button(final String label) {
		return (AbstractButton) inside(dialog).stream().filter(c -> c instanceof AbstractButton && label.equals(
			((AbstractButton) c).getText())).findFirst().orElseThrow(() -> new AssertionError(dialog.getTitle() + " has no " +
				label));
	}

	public boolean has(final String label) {
		return inside(dialog).stream().anyMatch(c -> c instanceof AbstractButton && label.equals(((AbstractButton) c).getText()));
	}

	public boolean asks(final String key) {
		return inside(dialog).stream().anyMatch(c -> key.equals(c.getName()));
	}

	/** What is typed for a macro key. */
	public String text(final String key) {
		return editor(key) instanceof JTextComponent ? ((JTextComponent) editor(key)).getText() : "";
	}

	/** Shows a text without anyone being told of it, for a picture. */
	public void show(final String key, final String text) throws Exception {
		final JTextComponent field = (JTextComponent) editor(key);
		EventQueue.invokeAndWait(() -> {
			final javax.swing.text.Document silent = new javax.swing.text.PlainDocument();
			final javax.swing.text.Document own = field.getDocument();
			field.setDocument(silent);
			field.setText(text);
			field.putClientProperty("own document", own);
		});
	}

	/** Gives an input its value. */
	public void give(final String key, final String text) throws Exception {
		final Component c = editor(key);
		EventQueue.invokeAndWait(() -> {
			if (c instanceof JTextComponent && ((JTextComponent) c).getClientProperty("own document") != null)
				((JTextComponent) c).setDocument((javax.swing.text.Document) ((JTextComponent) c).getClientProperty("own document"));
			if (c instanceof AbstractButton) {
				if (((AbstractButton) c).isSelected() != Boolean.parseBoolean(text)) ((AbstractButton) c).doClick();
			}
			else if (c instanceof JComboBox) ((JComboBox<?>) c).setSelectedItem(text);
			else ((JTextComponent) c).setText(text);
		});
	}

	/** Clicks a button or switch. */
	public void press(final String label) throws Exception {
		final AbstractButton button = button(label);
		EventQueue.invokeAndWait(button::doClick);
	}

	/** The sentence at the bottom. */
	public String message() throws Exception {
		final AtomicReference<String> text = new AtomicReference<>();
		EventQueue.invokeAndWait(() -> text.set(((JTextArea) editor("message")).getText()));
		return text.get();
	}

	public void awaitClosing() throws InterruptedException {
		await("the closing of " + dialog.getTitle(), () -> !dialog.isShowing());
	}
}
