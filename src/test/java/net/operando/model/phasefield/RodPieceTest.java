package net.operando.model.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class RodPieceTest {

	private static List<String> texts(final Protocol events, final double start) {
		return RodPiece.lineage(events, 20e-6, start, 100).stream().map(p -> String.format(java.util.Locale.ROOT,
			"%s<%s %.0f-%.0f s %.0f-%.0f um %.0f", p.id(), p.parentId(), p.fromSeconds(), p.toSeconds(), 1e6 * p.fromMetres(), 1e6 *
				p.toMetres(), p.contactLostSeconds())).collect(Collectors.toList());
	}

	@Test
	void nothingBefallsAWholeRod() {
		assertEquals(List.of("P1< 0-100 s 0-20 um NaN"), texts(Protocol.of(), 0));
	}

	@Test
	void piecesOfPiecesAreNamedAfterThem() {
		assertEquals(List.of("P1< 0-10 s 0-20 um NaN", "P1.2<P1 10-30 s 8-20 um NaN", "P1.1<P1 10-100 s 0-8 um NaN",
			"P1.2.1<P1.2 30-100 s 8-15 um NaN", "P1.2.2<P1.2 30-100 s 15-20 um NaN"), texts(Protocol.of().withCrack(30, 15)
				.withCrack(10, 8), 0));
	}

	@Test
	void cracksAtOneInstantMakeSiblingsAndThoseBeforeTheStartAreThereFromIt() {
		final List<RodPiece> pieces = RodPiece.lineage(Protocol.of().withCrack(-70, 5).withCrack(-60, 15), 20e-6, 0, 100);
		assertEquals(List.of("P1.1", "P1.2", "P1.3"), pieces.stream().map(RodPiece::id).collect(Collectors.toList()));
		assertTrue(pieces.get(0).isAtFirstEnd() && !pieces.get(0).isAtLastEnd());
		assertFalse(pieces.get(1).isAtFirstEnd() || pieces.get(1).isAtLastEnd());
		assertTrue(pieces.get(2).isAtLastEnd() && pieces.get(2).isWhole(0, 100));
	}

	@Test
	void whatHasLostContactHasPartsWithout() {
		// the loss at 20 s is of the piece that holds 12 um; what it cracks into later has been without since then
		assertEquals(List.of("P1< 0-10 s 0-20 um NaN", "P1.2<P1 10-30 s 8-20 um 20", "P1.1<P1 10-100 s 0-8 um NaN",
			"P1.2.1<P1.2 30-100 s 8-15 um 20", "P1.2.2<P1.2 30-100 s 15-20 um 20"), texts(Protocol.of().withCrack(10, 8)
				.withCrack(30, 15).withContactLoss(20, 12).withContactLoss(40, 9), 0));
		assertEquals("P1.2,P1,10,30,8,20,20", RodPiece.table(RodPiece.lineage(Protocol.of().withCrack(10, 8).withCrack(30, 15)
			.withContactLoss(20, 12), 20e-6, 0, 100)).toCsv().split("\n")[2].replaceAll("\\.0000000\\d+", ""));
	}

	@Test
	void aLossBeforeTheStartKeepsItsTime() {
		assertEquals(-5, RodPiece.lineage(Protocol.of().withCrack(-9, 8).withContactLoss(-5, 12), 20e-6, 0, 100).get(1)
			.contactLostSeconds());
	}

	@Test
	void whatComesAfterTheEndDoesNotCount() {
		assertEquals(1, RodPiece.lineage(Protocol.of().withCrack(101, 8), 20e-6, 0, 100).size());
	}
}
