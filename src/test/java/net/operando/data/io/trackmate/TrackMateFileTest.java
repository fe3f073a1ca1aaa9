package net.operando.data.io.trackmate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InvalidInputException;
import net.operando.base.quantity.Calibration;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.FormatException;
import net.operando.data.movie.MemoryMovie;
import net.operando.data.movie.Movie;
import net.operando.data.track.FeatureDimension;
import net.operando.data.track.Track;
import net.operando.data.track.TrackBranch;
import net.operando.data.track.TrackEdge;
import net.operando.data.track.TrackFeature;
import net.operando.data.track.TrackGraph;
import net.operando.data.track.TrackGraphBuilder;
import net.operando.data.track.TrackSpot;

/** {@link TrackMateFile}: what is written holds what TrackMate asks for, and comes back whole. */
class TrackMateFileTest {

	@TempDir
	Path folder;

	/** P1 splits into two, one of which splits again; two fronts merge; one spot is alone. */
	private static TrackGraph graph() {
		final TrackGraphBuilder b = new TrackGraphBuilder("um", "sec").declare(TrackFeature.of("RATIO", "Ratio < & \"darkest\"",
			"Ratio", FeatureDimension.NONE, false));
		final int[] p1 = { piece(b, "P1", 0, 5), piece(b, "P1", 1, 5) };
		final int a = piece(b, "P1.1", 2, 2);
		final int c = piece(b, "P1.2", 2, 7);
		b.link(p1[0], p1[1]);
		b.link(p1[1], a);
		b.link(p1[1], c);
		b.link(a, piece(b, "P1.1", 3, 2.1));
		b.link(c, piece(b, "P1.2.1", 3, 6));
		b.link(c, piece(b, "P1.2.2", 3, 8));
		final int left = b.spot("F1", 0, 0, 20, 0.5, 0.1, Map.of());
		final int right = b.spot("F2", 0, 10, 20, 0.5, 0.1, Map.of());
		final int met = b.spot("F1", 2, 5, 20, 2.5, 0.1, Map.of());
		b.link(left, met);
		b.link(right, met);
		b.spot("alone", 3, 1, 1, 3.5, 0.2, Map.of("RATIO", Double.NaN));
		return b.build();
	}

	private static int piece(final TrackGraphBuilder b, final String name, final int frame, final double x) {
		return b.spot(name, frame, x, 3, frame + 0.5, 1.5, Map.of("RATIO", 1 / 3.0 + frame), -1, -1, 1, -1, 1, 1.25, -1, 1);
	}

	private static Movie movie() {
		final float[][] frames = new float[4][30 * 20];
		return MemoryMovie.ofValues("rod", 30, 20, frames, TimeAxis.of(0.5, 1.5, 2.5, 3.5), Calibration.ofMicrometres(0.0694), List
			.of());
	}

	private Path write(final String name) {
		final Path file = folder.resolve(name);
		TrackMateFile.of(graph(), TrackImage.of(movie(), folder.resolve("rod.tif")), "Made by a test.\nTwo lines.").write(file);
		return file;
	}

	@Test
	void holdsAllThatTrackMateAsksFor() throws Exception {
		assertEquals(List.of(), TrackMateChecks.complaintsAbout(write("own.xml")));
	}

	@Test
	void comesBackWhole() {
		final TrackMateFile back = TrackMateFile.read(write("own.xml"));
		assertEquals("7.14.0", back.version());
		assertEquals("Made by a test.\nTwo lines.", back.log());
		assertEquals("rod.tif", back.image().fileName());
		assertEquals(folder + folder.getFileSystem().getSeparator(), back.image().folder());
		assertEquals(List.of(30, 20, 1, 4), List.of(back.image().width(), back.image().height(), back.image().slices(), back
			.image().frames()));
		assertEquals(0.0694, back.image().pixelWidth(), 1e-15);
		assertEquals(0.0694, back.image().pixelHeight(), 1e-15);
		assertEquals(1, back.image().voxelDepth());
		assertEquals(1, back.image().timeInterval());
		same(graph(), back.graph());
		// and written again it is the same file
		assertEquals(TrackMateFile.of(graph(), TrackImage.of(movie(), folder.resolve("rod.tif")), "Made by a test.\nTwo lines.")
			.toXml(), back.toXml());
	}

	static void same(final TrackGraph expected, final TrackGraph actual) {
		assertEquals(expected.spaceUnit() + expected.timeUnit(), actual.spaceUnit() + actual.timeUnit());
		assertEquals(expected.spotFeatures(), actual.spotFeatures());
		assertEquals(expected.edgeFeatures(), actual.edgeFeatures());
		assertEquals(expected.trackFeatures(), actual.trackFeatures());
		assertEquals(expected.spots().size(), actual.spots().size());
		for (final TrackSpot s : expected.spots()) {
			final TrackSpot t = actual.spot(s.id());
			assertEquals(s.toString(), t.toString());
			assertEquals(s.features(), t.features());
			assertArrayEquals(s.outline(), t.outline());
		}
		assertEquals(expected.tracks().size(), actual.tracks().size());
		for (int i = 0; i < expected.tracks().size(); i++) {
			final Track s = expected.tracks().get(i);
			final Track t = actual.tracks().get(i);
			assertEquals(s.id() + s.name() + s.isVisible() + s.features(), t.id() + t.name() + t.isVisible() + t.features());
			assertEquals(edges(s), edges(t));
		}
	}

	private static List<String> edges(final Track track) {
		return track.edges().stream().map(e -> e + " " + e.features()).collect(Collectors.toList());
	}

	@Test
	void framesThatAreEmptyAndSettingsOfOthersAreKept() throws Exception {
		final String text = Files.readString(write("own.xml")).replace("    </AllSpots>", "      <SpotsInFrame frame=\"9\" />\n    </AllSpots>")
			.replace("<TrackFilterCollection />", "<TrackFilterCollection>\n      <Filter feature=\"NUMBER_SPLITS\" value=\"0.5\" isabove=\"true\" />\n    </TrackFilterCollection>");
		final Path file = Files.writeString(folder.resolve("more.xml"), text);
		assertEquals(text, TrackMateFile.read(file).toXml());
		assertEquals(text, TrackMateFile.read(file).withGraph(TrackMateFile.read(file).graph()).toXml());
	}

	@Test
	void lineageIsReadFromSplitsAndMerges() {
		final List<String> branches = TrackMateFile.read(write("own.xml")).graph().branches().stream().map(b -> b.id() + "<-" + b
			.parents() + "x" + b.spots().size()).collect(Collectors.toList());
		assertEquals(List.of("P1<-[]x2", "P1.1<-[P1]x2", "P1.2<-[P1]x1", "P1.2.1<-[P1.2]x1", "P1.2.2<-[P1.2]x1", "F1<-[]x1",
			"F2<-[]x1", "F1+F2<-[F1, F2]x1"), branches);
		final Track pieces = graph().tracks().get(0);
		assertEquals(Map.of("TRACK_INDEX", 0.0, "NUMBER_SPOTS", 7.0, "NUMBER_GAPS", 0.0, "NUMBER_SPLITS", 2.0, "NUMBER_MERGES",
			0.0, "NUMBER_COMPLEX", 0.0, "LONGEST_GAP", 0.0, "TRACK_DURATION", 3.0, "TRACK_START", 0.5, "TRACK_STOP", 3.5), pieces
				.features());
		final Track fronts = graph().tracks().get(1);
		assertEquals(1.0, fronts.features().get("NUMBER_MERGES"));
		assertEquals(2.0, fronts.features().get("NUMBER_GAPS"));
		assertEquals(1.0, fronts.features().get("LONGEST_GAP"));
	}

	@Test
	void splitsWithoutNamesAreNumberedByPlace() {
		final TrackGraph g = TrackGraph.empty("um", "sec").with(List.of(at(0, 0, 5), at(1, 1, 8), at(2, 1, 2), at(3, 2, 2)), List
			.of(Track.of(4, "Track_4", true, Map.of(), List.of(TrackEdge.of(0, 1, Map.of()), TrackEdge.of(0, 2, Map.of()), TrackEdge
				.of(3, 2, Map.of())))));
		// the last edge is given against time, as graphs may be
		assertEquals(List.of("Track_4", "Track_4.1", "Track_4.2"), g.branches().stream().map(TrackBranch::id).collect(Collectors
			.toList()));
		assertEquals(List.of(2, 3), g.branches().get(1).spots().stream().map(TrackSpot::id).collect(Collectors.toList()));
	}

	private static TrackSpot at(final int id, final int frame, final double x) {
		return TrackSpot.at(id, "ID" + id, frame, x, 0, frame, 1, 1);
	}

	@Test
	void aGraphHoldsTogether() {
		final TrackGraph g = TrackGraph.empty("um", "sec");
		final List<TrackSpot> spots = List.of(at(0, 0, 0), at(1, 1, 0), at(2, 2, 0));
		refused("The spot id 0 is there twice", () -> g.with(List.of(at(0, 0, 0), at(0, 1, 0)), List.of()));
		refused("edge to spot 7, which is not there", () -> g.with(spots, List.of(track(0, 0, 7))));
		refused("edge from spot 1 to itself", () -> g.with(spots, List.of(track(0, 1, 1))));
		refused("links the spots 0 and 1 twice", () -> g.with(spots, List.of(Track.of(0, "T", true, Map.of(), List.of(TrackEdge
			.of(0, 1, Map.of()), TrackEdge.of(1, 0, Map.of()))))));
		refused("Spot 1 belongs to tracks 0 and 1", () -> g.with(spots, List.of(track(0, 0, 1), track(1, 1, 2))));
		refused("The track id 0 is there twice", () -> g.with(spots, List.of(track(0, 0, 1), track(0, 1, 2))));
	}

	private static Track track(final int id, final int source, final int target) {
		return Track.of(id, "Track_" + id, true, Map.of(), List.of(TrackEdge.of(source, target, Map.of())));
	}

	private static void refused(final String part, final org.junit.jupiter.api.function.Executable what) {
		final String message = assertThrows(InvalidInputException.class, what).getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void damageIsNamedInASentence() throws Exception {
		final String good = Files.readString(write("own.xml"));
		bad(good.substring(0, good.length() / 2), "is not whole XML (line ");
		bad("no xml at all", "is not whole XML");
		bad("", "is not whole XML");
		bad("<Icy version=\"7.1\" />", "is XML, but of Icy instead of TrackMate");
		bad(good.replace("version=\"7.14.0\"", "version=\"9.1.0\""), "written by TrackMate 9.1.0, which is not known");
		bad(good.replace("<TrackMate version=\"7.14.0\">", "<TrackMate>"), "TrackMate without the attribute version");
		bad(good.replace("AllTracks", "SomeTracks"), "has no element AllTracks in Model");
		bad(good.replace("<FilteredTracks>", "<FilteredTracks><TrackID TRACK_ID=\"77\" />"), "lists track 77 as visible");
		bad(good.replace("SPOT_TARGET_ID=\"1\"", "SPOT_TARGET_ID=\"1234\""), "edge to spot 1234, which is not there");
		bad(good.replace("<Spot ID=\"3\"", "<Spot ID=\"three\""), "whose ID is 'three' instead of a whole number");
		bad(good.replace("dimension=\"QUALITY\"", "dimension=\"TASTE\""), "with the dimension TASTE");
		bad(good.replace("nframes=\"4\"", "nframes=\"many\""), "whose nframes is 'many'");
		bad(good.replaceFirst("ROI_N_POINTS=\"4\"", "ROI_N_POINTS=\"5\""), "outline of 5 points with 8 instead of 10 numbers");
		bad(good.replace("</TrackMate>", "<!DOCTYPE x></TrackMate>"), "is not whole XML");
	}

	private void bad(final String text, final String part) throws Exception {
		final Path file = folder.resolve("bad.xml");
		Files.writeString(file, text);
		final String message = assertThrows(FormatException.class, () -> TrackMateFile.read(file)).getMessage();
		assertTrue(message.startsWith("bad.xml ") && message.contains(part) && message.endsWith("."), message);
	}

	/** A file can name others to be read into it; none is. */
	@Test
	void outsideEntitiesAreNotFollowed() throws Exception {
		final Path secret = folder.resolve("secret.txt");
		Files.writeString(secret, "secret");
		final Path file = folder.resolve("entity.xml");
		Files.writeString(file, "<?xml version=\"1.0\"?><!DOCTYPE T [<!ENTITY e SYSTEM \"" + secret.toUri() +
			"\">]>" + Files.readString(write("own.xml")).substring(38).replace("Made by a test.", "&e;"));
		final String message = assertThrows(FormatException.class, () -> TrackMateFile.read(file)).getMessage();
		assertTrue(message.contains("is not whole XML"), message);
	}
}
