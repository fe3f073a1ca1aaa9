/**
 * The user's Micro-Manager: where it is installed, how its core is loaded beside ours, and what a .cfg file cannot say about a rig
 * (which property dims the lamp, which one makes the camera wait for pulses, how far the stage may go). Nothing here touches
 * {@code mmcorej}.
 */
package net.operando.acquire.micromanager;
