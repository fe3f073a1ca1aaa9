package net.operando.ui.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import ij.ImageJ;
import net.operando.base.InvalidInputException;

/**
 * Opens the ImageJ that is packed with us, with our menu in it. ImageJ looks for menus only in jars of its plugins
 * folder, so it is given one that holds nothing but {@code plugins.config}; the classes come from us.
 */
public final class ImageJWithMenu {

	private ImageJWithMenu() {}

	/** @throws InvalidInputException where there is no display */
	public static ImageJ open() throws IOException {
		if (GraphicsEnvironment.isHeadless()) throw new InvalidInputException(
			"There is no display to open ImageJ on: set DISPLAY, or use run instead.");
		final Path home = Files.createTempDirectory("operando-imagej");
		final Path plugins = Files.createDirectories(home.resolve("plugins"));
		final Path jar = plugins.resolve("operando_plugins.jar");
		try (InputStream config = ImageJWithMenu.class.getResourceAsStream("/plugins.config");
				OutputStream file = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(file))
		{
			if (config == null) throw new IllegalStateException("plugins.config is missing from the jar");
			entries.putNextEntry(new JarEntry("plugins.config"));
			config.transferTo(entries);
			entries.closeEntry();
		}
		System.setProperty("plugins.dir", home.toString());
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			jar.toFile().delete();
			plugins.toFile().delete();
			home.toFile().delete();
		}));
		return new ImageJ(ImageJ.STANDALONE);
	}
}
