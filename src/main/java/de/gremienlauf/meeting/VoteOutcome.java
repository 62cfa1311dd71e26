package de.gremienlauf.meeting;
public enum VoteOutcome { ACCEPTED, REJECTED }
