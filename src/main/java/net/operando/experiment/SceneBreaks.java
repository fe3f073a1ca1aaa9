package net.operando.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.model.phasefield.Protocol;
import net.operando.model.synthetic.ContactLoss;
import net.operando.model.synthetic.Crack;
import net.operando.model.synthetic.Scene;
import net.operando.model.synthetic.SceneRod;

/** Cracks and losses of contact of a protocol as the first rod of a scene has them. */
final class SceneBreaks {

	/** No crack is nearer to the rod's ends. */
	private static final double END_UM = 1;

	private SceneBreaks() {}

	/**
	 * A scene whose first rod cracks and loses contact as a protocol says, instead of as it did. Lithium stops passing a crack
	 * at the protocol's time, which is when its tip is half way: it is seen earlier.
	 *
	 * @param start movie time of the protocol's second 0
	 * @throws InvalidInputException if one lies outside the rod, or after the movie
	 */
	static Scene instead(final Scene scene, final Protocol events, final double start) {
		final double length = scene.rod().length_um();
		final List<Crack> cracks = new ArrayList<>();
		for (final Protocol.Event e : events.cracks()) {
			if (um(e) < END_UM || um(e) > length - END_UM) throw new InvalidInputException(String.format(Locale.ROOT,
				"A crack at %.6g um lies outside the rod of %.6g um or at its ends: give crackum between %.6g and %.6g.", um(e),
				length, END_UM, length - END_UM));
			requireShown(scene, "crack", e, start);
			final double halfWay = Crack.at(0, um(e)).tipSeconds(0.5 * scene.rod().width_um());
			cracks.add(Crack.at(start + e.seconds() - halfWay, um(e)));
		}
		final List<ContactLoss> losses = new ArrayList<>();
		for (final Protocol.Event e : events.contactLosses()) {
			if (!(um(e) > 0 && um(e) < length)) throw new InvalidInputException(String.format(Locale.ROOT,
				"A loss of contact at %.6g um lies outside the rod of %.6g um: give a place between its ends.", um(e), length));
			requireShown(scene, "loss of contact", e, start);
			losses.add(ContactLoss.at(start + e.seconds(), um(e)));
		}
		final List<SceneRod> rods = new ArrayList<>(scene.rods());
		rods.set(0, rods.get(0).withCracks(cracks.toArray(new Crack[0])).withContactLosses(losses.toArray(
			new ContactLoss[0])));
		return scene.withRods(rods.toArray(new SceneRod[0]));
	}

	private static void requireShown(final Scene scene, final String what, final Protocol.Event event,
		final double start)
	{
		final double shown = scene.timing().seconds() - start;
		if (event.seconds() > shown) throw new InvalidInputException(String.format(Locale.ROOT,
			"A %s at %.6g s comes after the end of the movie: give a time up to %.6g s.", what, event.seconds(), Math.floor(
				shown)));
	}

	/** Events hold metres: rid of what the way there and back adds. */
	private static double um(final Protocol.Event event) {
		return Math.rint(1e12 * event.metres()) / 1e6;
	}
}
