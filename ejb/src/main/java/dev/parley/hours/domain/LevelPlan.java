package dev.parley.hours.domain;

import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;

/** What a level says. */
public record LevelPlan(HoursLevel level, HoursPlan plan) {}
