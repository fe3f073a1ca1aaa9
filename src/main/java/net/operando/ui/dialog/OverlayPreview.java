package net.operando.ui.dialog;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.gui.Overlay;
import net.operando.base.CancelledException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.ui.command.Previewed;

/**
 * Shows a command's preview as the overlay of its image, and gives the image back its own when it is taken away. Previews are
 * made one at a time outside the event thread; only the latest one wanted is shown.
 */
final class OverlayPreview {

	private final ImagePlus image;
	private final Overlay before;
	private final boolean hidden;
	private final Consumer<String> say;
	private final AtomicInteger wanted = new AtomicInteger();
	private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
		final Thread thread = new Thread(r, "Operando preview");
		thread.setDaemon(true);
		return thread;
	});
	private boolean shown;

	/** @param say is told, in the event thread, why there is none, or "" */
	OverlayPreview(final ImagePlus image, final Consumer<String> say) {
		this.image = image;
		this.say = say;
		before = image.getOverlay();
		hidden = image.getHideOverlay();
	}

	/** Makes the preview of a command with its inputs as they are and shows it, unless another is wanted before. */
	void show(final Previewed command) {
		final int number = wanted.incrementAndGet();
		worker.execute(() -> make(command, number));
	}

	private void make(final Previewed command, final int number) {
		if (wanted.get() != number) return;
		try {
			final Overlay overlay = command.preview(new Progress() {

				@Override
				public void update(final double fraction, final String what) {
					// of one frame there is nothing to report
				}

				@Override
				public boolean isCancelled() {
					return wanted.get() != number;
				}
			});
			EventQueue.invokeLater(() -> {
				if (wanted.get() != number) return;
				shown = true;
				image.setHideOverlay(false);
				image.setOverlay(overlay);
				say.accept("");
			});
		}
		catch (final CancelledException e) {
			// another one has taken its place
			return;
		}
		catch (final OperandoException | IOException e) {
			EventQueue.invokeLater(() -> {
				if (wanted.get() != number) return;
				restore();
				say.accept("No preview: " + e.getMessage());
			});
		}
	}

	/** Takes the preview away; the image looks as it did. In the event thread. */
	void remove() {
		wanted.incrementAndGet();
		restore();
	}

	private void restore() {
		if (!shown) return;
		shown = false;
		image.setOverlay(before);
		image.setHideOverlay(hidden);
	}

	/** Takes the preview away for good. */
	void close() {
		remove();
		worker.shutdownNow();
	}
}
