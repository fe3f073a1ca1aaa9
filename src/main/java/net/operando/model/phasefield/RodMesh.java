package net.operando.model.phasefield;

import java.util.Arrays;

import net.operando.base.InvalidInputException;

/** Cells along a rod: face positions in m, from 0 to its length, strictly increasing, not necessarily even. Immutable. */
public final class RodMesh {

	private final double[] faces;

	private RodMesh(final double[] faces) {
		this.faces = faces;
	}

	/** Equal cells. */
	public static RodMesh uniform(final double lengthMetres, final int cells) {
		return withFacesAt(lengthMetres, cells, new double[0]);
	}

	/**
	 * Nearly equal cells with faces exactly at given positions, where cracks will come.
	 *
	 * @param cells about how many cells in all; every piece has at least 4
	 * @param positionsMetres positions inside the rod, in any order
	 * @throws InvalidInputException if a position is not inside, or two are closer than 1e-4 of the length
	 */
	public static RodMesh withFacesAt(final double lengthMetres, final int cells, final double... positionsMetres) {
		final double[] inner = positionsMetres.clone();
		Arrays.sort(inner);
		final double[] ends = new double[inner.length + 2];
		System.arraycopy(inner, 0, ends, 1, inner.length);
		ends[ends.length - 1] = lengthMetres;
		for (int i = 1; i < ends.length; i++)
			if (!(ends[i] - ends[i - 1] > 1e-4 * lengthMetres)) throw new InvalidInputException("A crack at " + 1e6 * (i <
				inner.length + 1 ? ends[i] : ends[i - 1]) + " um is not inside the rod or too close to an end or another crack: place it between 0 and " +
				lengthMetres * 1e6 + " um.");
		final int[] counts = new int[ends.length - 1];
		int total = 0;
		for (int i = 0; i < counts.length; i++) {
			counts[i] = Math.max(4, (int) Math.round(cells * (ends[i + 1] - ends[i]) / lengthMetres));
			if (counts.length == 1) counts[i] = cells;
			total += counts[i];
		}
		final double[] faces = new double[total + 1];
		int f = 0;
		for (int i = 0; i < counts.length; i++)
			for (int c = 0; c < counts[i]; c++)
				faces[f++] = ends[i] + (ends[i + 1] - ends[i]) * c / counts[i];
		faces[f] = lengthMetres;
		return new RodMesh(faces);
	}

	/**
	 * Any cells.
	 *
	 * @param facesMetres face positions, the first 0, strictly increasing; copied
	 */
	public static RodMesh ofFaces(final double... facesMetres) {
		if (facesMetres.length < 2 || facesMetres[0] != 0) throw new InvalidInputException(
			"A mesh needs two or more faces, the first at 0 m.");
		for (int i = 1; i < facesMetres.length; i++)
			if (!(facesMetres[i] > facesMetres[i - 1])) throw new InvalidInputException("The mesh faces are not increasing at face " + i + ".");
		return new RodMesh(facesMetres.clone());
	}

	public int cells() {
		return faces.length - 1;
	}

	public double lengthMetres() {
		return faces[faces.length - 1];
	}

	/** Position of a face, 0 to {@link #cells()}, in m. */
	public double face(final int index) {
		return faces[index];
	}

	public double width(final int cell) {
		return faces[cell + 1] - faces[cell];
	}

	public double centre(final int cell) {
		return 0.5 * (faces[cell] + faces[cell + 1]);
	}

	/** Index of the inner face nearest to a position. */
	public int nearestInnerFace(final double metres) {
		int best = 1;
		for (int i = 2; i < faces.length - 1; i++)
			if (Math.abs(faces[i] - metres) < Math.abs(faces[best] - metres)) best = i;
		return best;
	}
}
