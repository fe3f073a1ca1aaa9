package net.operando.data.io.trackmate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import net.operando.data.track.TrackBranch;
import net.operando.data.track.TrackGraph;

/** The two files TrackMate 7.14.0 and 8.1.6 wrote of one scene: 31 spots, a track that splits once and a still one. */
@Tag("conformance")
class TrackMateConformanceTest {

	@TempDir
	Path folder;

	private static Path file(final String name) {
		final String data = System.getProperty("conformance.data");
		assertTrue(data != null && !data.isEmpty(), "set -Dconformance.data");
		final Path file = Paths.get(data, "trackmate", name);
		assertTrue(Files.exists(file), file + " is missing");
		return file;
	}

	@ParameterizedTest
	@ValueSource(strings = { "split-7.14.xml", "split-8.1.6.xml" })
	void readAndWrittenAgainEveryElementIsTheSame(final String name) throws Exception {
		final TrackMateFile read = TrackMateFile.read(file(name));
		final Path again = folder.resolve(name);
		read.write(again);
		final int[] compared = new int[2];
		same(parse(file(name)).getDocumentElement(), parse(again).getDocumentElement(), compared);
		// what either file holds; fewer would mean that something was skipped
		assertEquals(List.of(175, 1251), List.of(compared[0], compared[1]), "elements and attributes");
		// a script saved model and settings only; TrackMate says so and takes its defaults
		final List<String> known = List.of("TrackMate lacks GUIState", "TrackMate lacks DisplaySettings");
		assertEquals(known, TrackMateChecks.complaintsAbout(file(name)), "of the file TrackMate wrote");
		assertEquals(known, TrackMateChecks.complaintsAbout(again));
	}

	private static Document parse(final Path file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
	}

	private static void same(final Element a, final Element b, final int[] compared) {
		assertEquals(a.getTagName(), b.getTagName());
		compared[0]++;
		assertEquals(a.getAttributes().getLength(), b.getAttributes().getLength(), a.getTagName());
		for (int i = 0; i < a.getAttributes().getLength(); i++) {
			final Node attribute = a.getAttributes().item(i);
			assertEquals(attribute.getNodeValue(), b.getAttribute(attribute.getNodeName()), a.getTagName() + "." + attribute
				.getNodeName());
			compared[1]++;
		}
		final List<Node> left = content(a);
		final List<Node> right = content(b);
		assertEquals(left.size(), right.size(), a.getTagName());
		for (int i = 0; i < left.size(); i++)
			if (left.get(i) instanceof Element) same((Element) left.get(i), (Element) right.get(i), compared);
			else assertEquals(left.get(i).getNodeValue().trim(), right.get(i).getNodeValue().trim());
	}

	private static List<Node> content(final Element e) {
		final List<Node> nodes = new java.util.ArrayList<>();
		for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling())
			if (n instanceof Element || !n.getNodeValue().trim().isEmpty()) nodes.add(n);
		return nodes;
	}

	@ParameterizedTest
	@ValueSource(strings = { "split-7.14.xml", "split-8.1.6.xml" })
	void theSceneIsTheOneThatWasTracked(final String name) {
		final TrackMateFile read = TrackMateFile.read(file(name));
		final TrackGraph graph = read.graph();
		assertEquals("um sec", graph.spaceUnit() + " " + graph.timeUnit());
		assertEquals(31, graph.spots().size());
		assertEquals(2, graph.tracks().size());
		assertEquals(0.0694, read.image().pixelWidth());
		assertEquals(0.5, read.image().timeInterval());
		final List<TrackBranch> branches = graph.branches();
		assertEquals(List.of("Track_0", "Track_0.1", "Track_0.2", "Track_1"), branches.stream().map(TrackBranch::id).collect(
			Collectors.toList()));
		assertEquals(List.of("Track_0"), branches.get(1).parents());
		assertEquals(19, branches.get(0).spots().size() + branches.get(1).spots().size() + branches.get(2).spots().size());
		assertEquals(12, branches.get(3).spots().size());
	}
}
