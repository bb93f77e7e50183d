package dev.parley.conversation;

/** Whether anybody could take a new conversation of a department now: agents' presence and connections decide, asked at the moment. */
public interface Attendance {
    boolean isAttended(long companyId, long departmentId);
}
