package net.operando.base.numeric;

/** A stiff system dy/dt = f(t, y) that knows how to make one Newton step of an implicit formula. */
public interface StiffSystem {

	/** Number of unknowns. */
	int size();

	/**
	 * One Newton correction towards {@code y = psi + beta f(t, y)}: solves
	 * {@code (1 - beta df/dy) correction = psi + beta f(t, y) - y} with the exact Jacobian at {@code y}.
	 *
	 * @param timeSeconds time of the step's end
	 * @param beta coefficient of the formula, in s
	 * @param psi what the formula takes from past values; not changed
	 * @param y the current iterate; not changed
	 * @param correction receives the correction
	 * @return whether everything is a finite number
	 */
	boolean correct(double timeSeconds, double beta, double[] psi, double[] y, double[] correction);
}
