package org.micromanager.data;

/** An image of Micro-Manager's: to compile against. */
public interface Image {}
