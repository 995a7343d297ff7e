package io.timeledger.bench.reply;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;

/// CPU time used so far, in nanoseconds.
///
/// @param threads those with a certain name
record CpuTimes(long process, long threads) {

  static CpuTimes now(String threadPrefix) {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    return new CpuTimes(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
        Arrays.stream(beans.getThreadInfo(beans.getAllThreadIds()))
            .filter(Objects::nonNull)
            .filter(thread -> thread.getThreadName().startsWith(threadPrefix))
            .mapToLong(ThreadInfo::getThreadId)
            .map(beans::getThreadCpuTime)
            .sum());
  }
}
