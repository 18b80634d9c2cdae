"""What ``make benchmark`` runs: one enquiry from end to end, with everything it must do."""

from benchmarks.enquiry_latency import main

if __name__ == "__main__":
    main()
