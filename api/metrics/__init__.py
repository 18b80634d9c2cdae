"""What the service counts of itself, for the monitoring system alone (decision 13).

    measures     what is counted while requests are answered
    readings     what is looked up when somebody reads
    secret       who may read
    views        the route

No label holds anything but words of closed lists, routes as they are declared and status codes. Of answers
only the part is counted that resettlement staff could be shown, which nothing protected can change.
"""
