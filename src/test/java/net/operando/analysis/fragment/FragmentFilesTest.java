package net.operando.analysis.fragment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.io.CsvTable;
import net.operando.data.io.FormatException;
import net.operando.data.io.TidyTable;
import net.operando.data.track.TrackBranch;
import net.operando.data.track.TrackGraph;
import net.operando.figure.FragmentFigure;
import net.operando.figure.FigureWriter;

/** What is read and written around {@link Fragments}: cuts, timelines, labels, tracks, tables, the figure. */
class FragmentFilesTest {

	private static BrokenRod scene;
	private static FragmentAnalysis rod;

	@TempDir
	Path folder;

	@BeforeAll
	static void analyse() {
		scene = new BrokenRod(7, 24, 9, 2.2, 0.25, new double[] { 4 }, new int[] { 6 }).cycle(0.6, 0.3, 0.2).lose(1, 0);
		scene.pattern = 0.05;
		scene.imageWidth = 120;
		scene.imageHeight = 70;
		rod = Fragments.analyse(scene.movie(), scene.line(), scene.cuts(), scene.electrode, new FragmentParameters(),
			Progress.NONE);
	}

	@Test
	void labelsAreTheRowsOfTheTable() {
		final FragmentLabels labels = FragmentLabels.of(scene.movie(), List.of(rod));
		final int[] before = new int[4];
		for (final short label : labels.frame16(3, null))
			before[label]++;
		final int[] after = new int[4];
		for (final float label : labels.frame(20, null))
			after[(int) label]++;
		assertEquals(0, before[2] + before[3] + after[1]);
		// 9 x 2.2 um in pixels of 0.104 um; a border of half a pixel all around may count or not
		assertEquals(9 * 2.2 / 0.0108, before[1], 0.5 * 2 * (9 + 2.2) / 0.104 + 30);
		final double area = rod.fragments().get(2).areaSquareMetres() * 1e12 / 0.0108;
		assertEquals(area, after[3], 0.06 * area);
		assertEquals(24, labels.frameCount());
		assertEquals("broken rod fragments", labels.name());
	}

	@Test
	void tracksHoldPiecesTipsAndFronts() {
		final FragmentFront front = new FragmentFront("P1.2-F1", "P1.2", net.operando.analysis.front.FrontOrigin.INTERIOR,
			FragmentFrontsTest.anyFront(), 4e-6, List.of(new FragmentFront.Point(20.1, 5, 3), new FragmentFront.Point(22, 5.5, 3),
				new FragmentFront.Point(24.1, 6, 3)));
		final TrackGraph graph = FragmentGraph.of(List.of(rod), List.of(TipPoint.of(1, 4, 40, 30), TipPoint.of(1, 5, 40, 35)), List
			.of(front), scene.times());
		assertEquals(List.of("P1x6<[]", "P1.1x18<[P1]", "P1.2x18<[P1]", "crack 1 tipx2<[]", "P1.2-F1x3<[]"), graph.branches()
			.stream().map(b -> b.id() + "x" + b.spots().size() + "<" + b.parents()).collect(Collectors.toList()));
		final TrackBranch piece = graph.branches().get(2);
		assertEquals(1, piece.last().feature("DISCONNECTED"));
		assertEquals(rod.fragment("P1.2").get().level(23), piece.last().feature("MEAN_INTENSITY_CH1"));
		// four corners about the middle
		assertEquals(8, piece.first().outline().length);
		assertEquals(0, piece.first().outline()[0] + piece.first().outline()[4], 1e-9);
		assertEquals(40 * 0.104, graph.branches().get(3).first().x(), 1e-9);
	}

	@Test
	void tablesHaveARowPerPieceAndPerPieceAndFrame() {
		final TidyTable table = FragmentTables.fragments(List.of(rod));
		assertEquals(3, table.rowCount());
		assertEquals("true", table.text(2, "disconnected"));
		assertEquals("false", table.text(1, "disconnected"));
		assertEquals("", table.text(0, "disconnected"));
		assertEquals("7", table.text(1, "first_frame"));
		assertEquals(6 + 18 + 18, FragmentTables.frames(List.of(rod), scene.times()).rowCount());
	}

	@Test
	void theFigureNamesThePieces() throws Exception {
		final FragmentFigure figure = FragmentFigure.of(scene.movie(), rod);
		assertTrue(figure.description().contains("P1.1, P1.2") && figure.description().contains("disconnected (dashed): P1.2."),
			figure.description());
		final Path file = folder.resolve("fragments.svg");
		FigureWriter.writeSvg(figure, file);
		assertTrue(Files.size(file) > 2000);
		final FragmentFigure whole = FragmentFigure.of(scene.movie(), Fragments.analyse(scene.movie(), scene.line(), List.of(), null,
			new FragmentParameters(), Progress.NONE));
		assertTrue(whole.description().endsWith("none is found disconnected."), whole.description());
		FigureWriter.writePng(whole, folder.resolve("whole.png"));
	}

	private Path file(final String name, final String text) throws Exception {
		return Files.writeString(folder.resolve(name), text);
	}

	@Test
	void cutsAndTipsAreRead() throws Exception {
		final TimeAxis times = TimeAxis.of(0, 1, 2, 3);
		final Path cracks = file("cracks.csv", "\uFEFFcrack_id,onset_frame,onset_s,position_um,note\n2,3,1.6,7.5,\"a, \"\"b\"\"\"\n\n");
		final Cut cut = CutsCsv.read(cracks, times).get(0);
		assertEquals("crack 2 at 7.500 um from frame 3", cut.toString());
		assertEquals(List.of(), CutsCsv.tipsBeside(cracks, 4));
		file("crack_tips.csv", "crack_id,frame,time_s,tip_um,x_px,y_px\n2,3,2,0.1,10.5,20\n2,4,3,0.2,,\n");
		final List<TipPoint> tips = CutsCsv.tipsBeside(cracks, 4);
		assertEquals(1, tips.size());
		assertEquals(2, tips.get(0).frame());
		assertEquals(10.5, tips.get(0).xPixels());
		file("crack_tips.csv", "crack_id,frame,x_px,y_px\n2,9,1,1\n");
		assertTrue(assertThrows(FormatException.class, () -> CutsCsv.tipsBeside(cracks, 4)).getMessage().contains(
			"give the cracks of this movie"));
		final CsvTable table = CsvTable.read(cracks, "give another", "note");
		assertEquals("a, \"b\"", table.text(0, "note"));
		assertTrue(Double.isNaN(table.number(0, "nothing")));
	}

	@Test
	void aTimelineGivesContentAndSteps() throws Exception {
		final TimeAxis times = TimeAxis.of(0, 1, 2, 3, 4, 5);
		final String head = "frame,time_s,voltage_V,current_A,charge_mAh_per_g,x,c_rate,step\n";
		final CycleTimeline known = CycleTimeline.read(file("timeline.csv", head +
			"1,0,1,0,,0.5,0,\n2,1,1,-1e-3,,0.4,-5,1\n3,2,1,-1e-3,,0.3,-5,1\n4,3,1,1e-3,,0.4,5,2\n5,4,1,0,,,0,\n6,5,1,0,,,0,\n"), times);
		assertArrayEquals(new double[] { 0.5, 0.4, 0.3, 0.4, Double.NaN, Double.NaN }, known.contents());
		assertEquals(2, known.steps().size());
		assertArrayEquals(new double[] { 1, 3 }, known.steps().get(0));
		assertArrayEquals(new double[] { 3, 4 }, known.steps().get(1));
		final CycleTimeline charge = CycleTimeline.read(file("timeline.csv", head +
			"1,0,1,-2,,,0,\n2,1,1,-2,,,0,\n3,2,1,-2,,,0,\n4,3,1,0,,,0,\n5,4,1,0,,,0,\n6,5,1,0,,,0,\n"), times);
		// C of -2 A by trapezoids
		assertArrayEquals(new double[] { 0, -2, -4, -5, -5, -5 }, charge.contents(), 1e-12);
		assertTrue(CycleTimeline.unknown().contents() == null);
		assertTrue(assertThrows(FormatException.class, () -> CycleTimeline.read(file("timeline.csv", head + "7,0,1,0,,,0,\n"), times))
			.getMessage().contains("names frame 7, but the movie has 6"));
	}
}
