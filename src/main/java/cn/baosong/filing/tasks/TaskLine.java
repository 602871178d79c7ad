package cn.baosong.filing.tasks;

import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.Scheme;
import cn.baosong.organization.DeskLevel;
import java.time.LocalDate;

/**
 * A task in the list of an enterprise (SUR-19).
 *
 * @param waitsAt level of the desk it waits at, null where it waits at none
 * @param dueOn day by which the report is asked for
 */
public record TaskLine(Scheme scheme, HistoryLine line, DeskLevel waitsAt, LocalDate dueOn) {}
