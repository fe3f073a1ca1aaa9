/**
 * Recording a plan: {@link net.operando.acquire.engine.Acquisition} runs one. A grabbing thread (the caller's) keeps the times, a
 * second one averages and writes, with a bounded queue between them. Missed exposures are noted, never replayed; frames are
 * averaged over a grid of slots and never across a pause, a gap's two sides being told apart by their times. Times are monotonic
 * ns of the microscope's clock.
 */
package net.operando.acquire.engine;
