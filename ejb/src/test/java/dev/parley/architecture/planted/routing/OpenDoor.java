package dev.parley.architecture.planted.routing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Has the name of a session bean of another feature. */
@Stateless
@PermitAll
public class OpenDoor {}
