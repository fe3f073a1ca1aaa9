package net.operando.ui.command.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import net.operando.analysis.track.TrackVelocity;
import net.operando.base.InvalidInputException;
import net.operando.base.Progress;
import net.operando.data.io.Provenance;
import net.operando.data.io.TidyTable;
import net.operando.data.io.trackmate.TrackMateFile;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.ResultWindows;

/** Reads tracks back from TrackMate: velocities and lineages. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Operando"),
	@Menu(label = "TrackMate Velocities...", weight = 11.5) }, headless = true,
	description = "Reads a TrackMate file (versions 7 and 8): the velocity of every branch of its tracks, and which came from which.")
public class TrackVelocitiesCommand extends OperandoCommand {

	@Parameter(label = "Tracks (XML)", persist = false, attrs = @Attr(name = "kind", value = "path"), style = "group:Tracks",
		description = "The file TrackMate saved, or the fragments.xml of Fragments.")
	private String file = "";

	@Override
	protected void execute(final Progress progress) throws IOException {
		final Path path = existing(file, "file");
		if (path == null) throw new InvalidInputException("There are no tracks to read: give file=tracks.xml as TrackMate saves it.");
		final TrackMateFile tracks = TrackMateFile.read(path);
		final TidyTable table = TrackVelocity.table(TrackVelocity.of(tracks.graph()));
		write(folder -> {
			folder.write("tracks.csv", table);
			folder.writeText("tracks.json", Provenance.of("TrackMate Velocities", "TrackMate " + tracks.version(), List.of(path), List
				.of()).toJson());
		});
		ResultWindows.show(table, "Tracks of " + path.getFileName());
	}
}
