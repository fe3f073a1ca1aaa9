/**
 * What to record, as immutable data, JSON both ways ({@link net.operando.acquire.plan.AcquisitionPlan}), and whether a microscope
 * can do it ({@link net.operando.acquire.plan.PlanCheck}). Exposure in ms, rates in 1/s, times in s, light as a fraction of full
 * power. The presets in mm-configs/ are the paper's protocols: 8 ms at 2 Hz, 7 ms at 10 Hz.
 */
package net.operando.acquire.plan;
