package de.gremienlauf.meeting;
import java.util.Optional;
public class VoteParser { public Optional<Vote> parse(String v, String r) { return Optional.empty(); } public static boolean contradicts(String r, Vote v) { return false; } }
