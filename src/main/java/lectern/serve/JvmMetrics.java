package lectern.serve;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;

/**
 * Memory, threads, processor and file descriptors of this process, under the names that Micrometer
 * gives them: dashboards know those.
 */
final class JvmMetrics {
  private final PrometheusRegistry registry;

  private JvmMetrics(PrometheusRegistry registry) {
    this.registry = registry;
  }

  static void register(PrometheusRegistry registry) {
    JvmMetrics metrics = new JvmMetrics(registry);
    metrics.registerMemory();
    metrics.registerThreads();
    metrics.registerSystem();
  }

  private void registerMemory() {
    registerMemoryGauge("used", "The amount of used memory", MemoryUsage::getUsed);
    registerMemoryGauge(
        "committed", "The amount of memory that is committed", MemoryUsage::getCommitted);
    registerMemoryGauge(
        "max", "The maximum amount of memory that can be used", MemoryUsage::getMax);
    registerBufferGauge("count_buffers", "Buffers in the pool", BufferPoolMXBean::getCount);
    registerBufferGauge(
        "memory_used_bytes", "Memory used for the pool", BufferPoolMXBean::getMemoryUsed);
    registerBufferGauge(
        "total_capacity_bytes", "Capacity of its buffers", BufferPoolMXBean::getTotalCapacity);
  }

  private void registerMemoryGauge(String name, String help, ToLongFunction<MemoryUsage> value) {
    GaugeWithCallback.builder()
        .name("jvm_memory_" + name + "_bytes")
        .help(help)
        .labelNames("area", "id")
        .callback(
            gauge -> {
              for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                String area = pool.getType() == MemoryType.HEAP ? "heap" : "nonheap";
                MemoryUsage usage = pool.getUsage();
                if (usage != null) gauge.call(value.applyAsLong(usage), area, pool.getName());
              }
            })
        .register(registry);
  }

  private void registerBufferGauge(
      String name, String help, ToLongFunction<BufferPoolMXBean> value) {
    GaugeWithCallback.builder()
        .name("jvm_buffer_" + name)
        .help(help)
        .labelNames("id")
        .callback(
            gauge -> {
              for (BufferPoolMXBean pool :
                  ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class))
                gauge.call(value.applyAsLong(pool), pool.getName());
            })
        .register(registry);
  }

  private void registerThreads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    registerGauge("jvm_threads_live_threads", "Live threads", threads::getThreadCount);
    registerGauge(
        "jvm_threads_daemon_threads", "Live daemon threads", threads::getDaemonThreadCount);
    registerGauge(
        "jvm_threads_peak_threads", "The most live threads so far", threads::getPeakThreadCount);
    CounterWithCallback.builder()
        .name("jvm_threads_started_threads_total")
        .help("Threads started so far")
        .callback(counter -> counter.call(threads.getTotalStartedThreadCount()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("jvm_threads_states_threads")
        .help("Live threads by state")
        .labelNames("state")
        .callback(gauge -> countStates(threads, gauge))
        .register(registry);
  }

  private static void countStates(ThreadMXBean threads, GaugeWithCallback.Callback gauge) {
    int[] counts = new int[Thread.State.values().length];
    for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds()))
      if (info != null) counts[info.getThreadState().ordinal()]++;
    for (Thread.State state : Thread.State.values())
      gauge.call(counts[state.ordinal()], state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void registerSystem() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system))
      return;
    registerGauge(
        "process_cpu_usage", "Processor load of this process, 0 to 1", system::getProcessCpuLoad);
    registerGauge("system_cpu_usage", "Processor load of the machine, 0 to 1", system::getCpuLoad);
    registerGauge(
        "system_load_average_1m", "Load average of one minute", system::getSystemLoadAverage);
    registerGauge(
        "process_files_open_files", "Open file descriptors", system::getOpenFileDescriptorCount);
    registerGauge(
        "process_files_max_files", "Most file descriptors", system::getMaxFileDescriptorCount);
  }

  private void registerGauge(String name, String help, DoubleSupplier value) {
    PrometheusMetrics.registerGauge(registry, name, help, value);
  }
}
