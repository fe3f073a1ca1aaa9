package net.operando.ui.command;

import java.io.IOException;

import ij.gui.Overlay;
import net.operando.base.Progress;

/** A command that can show on its image, its one input of that type, what the current frame would become, before anything is run. */
public interface Previewed {

	/**
	 * What the current frame would become, drawn over the image; nothing is changed by it.
	 *
	 * @param progress is cancelled when the answer is no longer wanted
	 * @throws IOException if a file it needs cannot be read
	 * @throws net.operando.base.OperandoException with a sentence for the user if the inputs do not allow it
	 */
	Overlay preview(Progress progress) throws IOException;
}
