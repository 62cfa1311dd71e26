package de.gremienlauf.meeting;
import java.util.List;
public record Vote(VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no, Integer abstentions, List<String> against, List<String> abstaining) {}
